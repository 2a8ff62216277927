/*
 * Which worlds are open. Told by the hooks of `test/setup/worlds.ts`: a hook that stood beside the worlds themselves would
 * be there for the first file of a process alone, since what the files share is loaded once.
 */

type Close = () => Promise<void>

const ofFile: Close[] = []
const ofTest: Close[] = []
let inTest = false

/** Closes what was opened now when the test is over that runs, or when the file is, if none does. */
export const closeAfterwards = (close: Close) => void (inTest ? ofTest : ofFile).push(close)

export function testBegins() {
  inTest = true
}

export async function testEnds() {
  inTest = false
  await closeAll(ofTest)
}

export const fileEnds = () => closeAll(ofFile)

async function closeAll(opened: Close[]) {
  await Promise.all(opened.splice(0).map((close) => close()))
}
