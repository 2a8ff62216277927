import { answeringWords as words } from '#app/answering/words.ts'
import type { Language, Phrase } from '#app/platform/languages.ts'
import { translator } from '#app/platform/words.ts'
import { scaleOf } from '#app/statistics/scale.ts'
import { standardWordingIn } from '#app/surveys/wordings.ts'
import type { Metric } from '#db/enums/statistics.ts'
import type { Wording } from '#db/schema/surveys.ts'

const { likely1, likely2, likely3, likely4, likely5, agree2, agree3, agree4, agree5, agree6 } = words

/** What the scores between the two ends say, from the second on. */
const between: Record<Metric, Phrase[]> = {
  nps: [likely1, likely1, likely2, likely2, likely3, likely4, likely4, likely5, likely5],
  csat: [words.satisfied2, words.satisfied3, words.satisfied4],
  ces: [agree2, agree3, agree4, agree5, agree6],
}

/**
 * Says scores in words, for whoever hears the page: "9 of 10, very likely". The ends say what the survey writes there;
 * what stands between is known only where both ends are those of the standard wording.
 */
export function scoreSayer(metric: Metric, wording: Wording, language: Language): (score: number) => string {
  const t = translator(language)
  const { min, max } = scaleOf(metric)
  const standard = standardWordingIn(language, metric, 'relationship')
  const isStandard = wording.low === standard.low && wording.high === standard.high
  return (score) => {
    const meaning = meaningOf(score)
    return meaning ? t(words.scoreSaid, { score, max, meaning }) : t(words.score, { score, max })
  }

  function meaningOf(score: number): string | null {
    if (score === min) return wording.low
    if (score === max) return wording.high
    return isStandard ? t(between[metric][score - min - 1]!) : null
  }
}
