import { askBlocks, type AskBlock, type askChannels } from '#db/enums/advocacy.ts'

export type AskChannel = (typeof askChannels)[number]

/** The bit of a rule in `ask_standings.blocks`. */
export const bitOf = (block: AskBlock): number => 2 ** askBlocks.indexOf(block)

/** The rules that a sum of bits stands for, in the order in which they are told. */
export const blocksOf = (bits: number): AskBlock[] =>
  askBlocks.filter((block) => Math.floor(bits / bitOf(block)) % 2 === 1)

/** What forbids a mail and nothing else: who is spoken to needs no address. */
const mailOnly: readonly AskBlock[] = ['no_email', 'suppressed']

/** What of it forbids asking by a channel. */
export const forbids = (blocks: readonly AskBlock[], channel: AskChannel): AskBlock[] =>
  channel === 'mail' ? [...blocks] : blocks.filter((block) => !mailOnly.includes(block))

/** The quarter of an ISO day (`YYYY-MM-DD`) as one number: the year times four, plus the quarter from 0. */
export const quarterOf = (iso: string): number =>
  Number(iso.slice(0, 4)) * 4 + Math.floor((Number(iso.slice(5, 7)) - 1) / 3)
