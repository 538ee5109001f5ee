import { Message } from './message'

export default function NotFound() {
  return (
    <Message title="There is nothing at this address">
      The entry may have been changed or removed since the link was made.
    </Message>
  )
}
