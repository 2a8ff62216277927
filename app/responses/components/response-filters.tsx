import type { ResponseFilter } from '#app/responses/list-responses.server.ts'
import { topicWords } from '#app/responses/topic-page-words.ts'
import { responseWords, stateWords } from '#app/responses/words.ts'
import type { Locale } from '#app/platform/words.ts'
import { isoOfDay } from '#app/platform/calendar.ts'
import { Checkbox } from '#app/ui/choice.tsx'
import { metricWords } from '#app/ui/class-words.ts'
import { Input, Select } from '#app/ui/field.tsx'
import { FilterBar, type Chip } from '#app/ui/filter-bar.tsx'
import { useFormat, useLocale, useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'
import { classes, metrics } from '#db/enums/statistics.ts'

const states = ['counted', 'unconfirmed', 'withdrawn', 'test'] as const

interface Props {
  filter: ResponseFilter
  programs: { id: string; name: string }[]
  topics: { id: string; name: Record<Locale, string> }[]
  /** The name behind `?account=`, when the reader may know it. */
  account: string | null
  person: string | null
}

export function ResponseFilters({ filter, programs, topics, ...named }: Props) {
  const t = useT()
  const locale = useLocale()
  const chips = useChips({ filter, programs, topics, ...named })
  return (
    <FilterBar chips={chips} keep={{ account: filter.account, contact: filter.contact }}>
      <Input label={t(responseWords.search)} name="q" type="search" maxLength={100} defaultValue={filter.q} />
      <Select
        label={t(responseWords.class)}
        name="class"
        defaultValue={filter.class ?? ''}
        empty={t(uiWords.any)}
        options={classes.map((value) => ({ value, label: t(responseWords[value]) })).reverse()}
      />
      <Select
        label={t(responseWords.program)}
        name="program"
        defaultValue={filter.program ?? ''}
        empty={t(uiWords.any)}
        options={programs.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        label={t(topicWords.topic)}
        name="topic"
        defaultValue={filter.topic ?? ''}
        empty={t(uiWords.any)}
        options={[
          ...topics.map(({ id, name }) => ({ value: id, label: name[locale] })),
          { value: 'none', label: t(topicWords.noTopic) },
        ]}
      />
      <Select
        label={t(responseWords.metric)}
        name="metric"
        defaultValue={filter.metric ?? ''}
        empty={t(uiWords.any)}
        options={metrics.map((value) => ({ value, label: t(metricWords[value]) }))}
      />
      <Select
        label={t(responseWords.state)}
        name="state"
        defaultValue={filter.state ?? ''}
        empty={t(uiWords.any)}
        options={states.map((value) => ({ value, label: t(stateWords[value]) }))}
      />
      <Input
        label={t(responseWords.from)}
        name="from"
        type="date"
        defaultValue={filter.from === undefined ? '' : isoOfDay(filter.from)}
      />
      <Input
        label={t(responseWords.to)}
        name="to"
        type="date"
        defaultValue={filter.to === undefined ? '' : isoOfDay(filter.to)}
      />
      <Checkbox
        label={t(responseWords.withComment)}
        name="comment"
        value="1"
        defaultChecked={filter.comment === '1'}
        className="min-h-9 justify-center"
      />
    </FilterBar>
  )
}

function useChips({ filter, programs, topics, account, person }: Props): Chip[] {
  const t = useT()
  const locale = useLocale()
  const format = useFormat()
  const chip = (name: string, label: string | undefined | false | null | '') => (label ? [{ name, label }] : [])
  return [
    ...chip('q', filter.q && `“${filter.q}”`),
    ...chip('class', filter.class && t(responseWords[filter.class])),
    ...chip(
      'program',
      filter.program && (programs.find(({ id }) => id === filter.program)?.name ?? t(responseWords.program)),
    ),
    ...chip(
      'topic',
      filter.topic &&
        (filter.topic === 'none'
          ? t(topicWords.noTopic)
          : (topics.find(({ id }) => id === filter.topic)?.name[locale] ?? t(topicWords.topic))),
    ),
    ...chip('metric', filter.metric && t(metricWords[filter.metric])),
    ...chip('state', filter.state && t(stateWords[filter.state])),
    ...chip('from', filter.from !== undefined && `${t(responseWords.from)}: ${format.day(filter.from)}`),
    ...chip('to', filter.to !== undefined && `${t(responseWords.to)}: ${format.day(filter.to)}`),
    ...chip('comment', filter.comment && t(responseWords.withComment)),
    ...chip('account', filter.account && (account ?? t(responseWords.oneAccount))),
    ...chip('contact', filter.contact && (person ?? t(responseWords.onePerson))),
  ]
}
