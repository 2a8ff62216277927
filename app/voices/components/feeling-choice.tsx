import { RadioGroup } from '#app/ui/choice.tsx'
import { useT } from '#app/ui/locale.tsx'
import { feelingWords, voiceWords as words } from '#app/voices/words.ts'

/** How a voice sounded to who heard or read it; never a score. */
export function FeelingChoice({ initial }: { initial: string }) {
  const t = useT()
  return (
    <RadioGroup
      name="feeling"
      label={t(words.feeling)}
      hint={t(words.feelingHint)}
      inline
      defaultValue={initial}
      options={[
        { value: '', label: t(words.noFeeling) },
        ...(['high', 'mid', 'low'] as const).map((value) => ({ value, label: t(feelingWords[value]) })),
      ]}
    />
  )
}
