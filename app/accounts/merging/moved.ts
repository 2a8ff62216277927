/** What a merge may move, in the order in which it is shown. */
export const movedThings = ['people', 'answers', 'invitations', 'cases', 'voices', 'advocates', 'wishes', 'choices', 'holds', 'below'] as const // prettier-ignore
export type MovedThing = (typeof movedThings)[number]
export type MovingCounts = Partial<Record<MovedThing, number>>
