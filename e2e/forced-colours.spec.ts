import type { Page } from '@playwright/test'
import { expect, test } from './kronika.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`in the reader's own ${colorScheme} colours, marks are never ink on ink`, async ({
    page,
    context,
  }) => {
    const painter = await context.newPage()
    await page.emulateMedia({ forcedColors: 'active', colorScheme })
    const { hits } = await (await page.request.get('/api/entries?q=rambouillet')).json()
    for (const { url } of hits.slice(0, 3)) {
      await page.goto(url)
      const marks = page.getByRole('main').locator('mark')
      await expect(marks.first()).toBeVisible()
      for (const mark of await marks.all()) {
        const picture = await mark.screenshot()
        expect(await coloursOf(painter, picture), url).toBeGreaterThan(1)
      }
    }
  })
}

/** How many colours a picture has. What is forced on a page shows in no computed style. */
function coloursOf(painter: Page, png: Buffer): Promise<number> {
  return painter.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes]))
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')
    canvas?.drawImage(image, 0, 0)
    const { data } = canvas?.getImageData(0, 0, image.width, image.height) ?? { data: [] }
    return new Set(new Uint32Array(Uint8ClampedArray.from(data).buffer)).size
  }, png.toString('base64'))
}
