import { BlockList, isIPv6 } from 'node:net'

/**
 * Addresses that do not lie on the public internet (IANA's special-purpose registries, RFC 6890):
 * whoever hands us a public address must not make us read what only this machine can reach.
 */
const NOT_PUBLIC = new BlockList()

const IPV4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

const IPV6: [string, number][] = [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
]

for (const [network, prefix] of IPV4) NOT_PUBLIC.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of IPV6) NOT_PUBLIC.addSubnet(network, prefix, 'ipv6')

/** True for every address but public ones; IPv6 addresses that carry an IPv4 one are judged by it. */
export function isPrivateAddress(address: string): boolean {
  if (!isIPv6(address)) return NOT_PUBLIC.check(address, 'ipv4')
  const words = wordsOf(address)
  const carried = carriedIpv4(words)
  return NOT_PUBLIC.check(address.split('%')[0] ?? '', 'ipv6') || carried.some(isPrivateAddress)
}

/** IPv4-compatible, IPv4-mapped, NAT64 (RFC 6052) and 6to4 (RFC 3056) addresses. */
function carriedIpv4(words: number[]): string[] {
  const starts = (...prefix: number[]) => prefix.every((word, i) => words[i] === word)
  const last = dotted(words[6] ?? 0, words[7] ?? 0)
  if (starts(0, 0, 0, 0, 0, 0) || starts(0, 0, 0, 0, 0, 0xffff)) return [last]
  if (starts(0x64, 0xff9b, 0, 0, 0, 0)) return [last]
  if (starts(0x2002)) return [dotted(words[1] ?? 0, words[2] ?? 0)]
  return []
}

const dotted = (high: number, low: number): string =>
  [high >> 8, high & 255, low >> 8, low & 255].join('.')

/** The eight 16-bit words of an IPv6 address; URL writes every form of it in one way. */
function wordsOf(address: string): number[] {
  const plain = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1)
  const [head = '', tail] = plain.split('::')
  const words = (part: string) =>
    part === '' ? [] : part.split(':').map((word) => Number.parseInt(word, 16))
  if (tail === undefined) return words(head)
  const zeros = 8 - words(head).length - words(tail).length
  return [...words(head), ...Array<number>(zeros).fill(0), ...words(tail)]
}
