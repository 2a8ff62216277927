import { mostOptions, mostQuestions } from '#app/surveys/question.ts'

/** A question as a form that isn't saved yet has it: whatever was typed. */
export type TypedQuestion = Record<string, unknown> & { options?: unknown[] }

export interface TypedQuestions {
  questions: TypedQuestion[]
  /** The one that was taken out last, with its place, for undo. */
  removed: string
}

const fresh = (): TypedQuestion => ({ kind: 'choice', for: 'any', words: {}, options: [{}, {}, {}] })

/** What the buttons beside the questions do: `add`, `remove-1`, `up-1`, `down-1`, `option-1`, `restore`; others do nothing. */
export function alterQuestions(now: TypedQuestions, alter: string): TypedQuestions {
  const [verb, place] = alter.split('-')
  const at = Number(place ?? -1)
  const questions = [...now.questions]
  const one = questions[at]
  if (verb === 'add' && questions.length < mostQuestions) return { ...now, questions: [...questions, fresh()] }
  if (verb === 'restore') return restored(now)
  if (!one) return now
  if (verb === 'remove')
    return { questions: questions.toSpliced(at, 1), removed: JSON.stringify({ at, question: one }) }
  if (verb === 'up' && at > 0) return { ...now, questions: questions.toSpliced(at - 1, 2, one, questions[at - 1]!) }
  if (verb === 'down' && at < questions.length - 1)
    return { ...now, questions: questions.toSpliced(at, 2, questions[at + 1]!, one) }
  const options = one.options ?? []
  if (verb === 'option' && options.length < mostOptions)
    return { ...now, questions: questions.toSpliced(at, 1, { ...one, options: [...options, {}] }) }
  return now
}

function restored(now: TypedQuestions): TypedQuestions {
  try {
    const { at, question } = JSON.parse(now.removed) as { at: number; question: TypedQuestion }
    if (typeof question !== 'object' || now.questions.length >= mostQuestions) return now
    return { questions: now.questions.toSpliced(Number(at) || 0, 0, question), removed: '' }
  } catch {
    return now
  }
}
