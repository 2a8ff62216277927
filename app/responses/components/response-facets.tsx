import { notKnown, traits, type Facet, type Trait } from '#app/responses/facet.ts'
import type { ReadingData } from '#app/responses/components/reading.ts'
import { PeriodFacet } from '#app/responses/components/period-facet.tsx'
import { topicWords } from '#app/responses/topic-page-words.ts'
import { responseWords as words, stateWords } from '#app/responses/words.ts'
import { metricWords } from '#app/ui/class-words.ts'
import { Facets, type FacetGroup, type FacetValue } from '#app/ui/facets.tsx'
import { languageName } from '#app/ui/language-names.ts'
import { useLocale, useT } from '#app/ui/locale.tsx'
import { classes, metrics } from '#db/enums/statistics.ts'

const states = ['counted', 'unconfirmed', 'quarantined', 'withdrawn', 'test'] as const

/** What the answers may be narrowed by, with counts. */
export function ResponseFacets({ data }: { data: ReadingData }) {
  const t = useT()
  const { total, facets } = data
  return (
    <Facets
      before={<PeriodFacet data={data} />}
      groups={useGroups(data)}
      done={total ? t(total.more ? words.foundMore : words.found, { n: total.n }) : t(words.showFound)}
    >
      {facets?.more ? <p className="px-2 text-xs text-muted">{t(words.countedNewest)}</p> : null}
    </Facets>
  )
}

function useGroups({ filter, facets, programs, topics, owners, readsCases }: ReadingData): FacetGroup[] {
  const t = useT()
  const locale = useLocale()
  const more = facets?.more ?? false
  const counted = (facet: Facet) => new Map(facets?.values[facet] ?? [])
  /** Known words in their own order; without words, what was found, the most frequent first. */
  const group = (name: Facet, known: Iterable<[string, string]>, all = facets === null): FacetGroup => {
    const n = counted(name)
    const current = filter[name]
    const values: FacetValue[] = [...known]
      .filter(([value]) => all || n.has(value) || value === current)
      .map(([value, label]) => ({ value, label, n: facets && (n.get(value) ?? 0), more }))
    return { name, title: t(words[name]), values, current }
  }
  const byCount = (found: FacetGroup) => ({
    ...found,
    values: found.values.toSorted((a, b) => (b.n ?? 0) - (a.n ?? 0)),
  })
  const label = (trait: Trait, value: string) =>
    value === notKnown
      ? t(trait === 'owner' ? words.noOwner : words.notKnown)
      : trait === 'language'
        ? languageName(t, value)
        : trait === 'owner'
          ? (owners.find(({ id }) => id === value)?.name ?? t(words.notKnown))
          : value
  const traitGroup = (trait: Trait): FacetGroup => {
    const found = new Set([...counted(trait).keys(), ...(filter[trait] ? [filter[trait]] : [])])
    return byCount(
      group(
        trait,
        [...found].map((value) => [value, label(trait, value)]),
      ),
    )
  }
  const topicCounts = new Map(facets?.topics ?? [])
  return [
    group('class', classes.map((one): [string, string] => [one, t(words[one])]).reverse(), true),
    byCount(
      group(
        'program',
        programs.map(({ id, name }): [string, string] => [id, name]),
      ),
    ),
    {
      name: 'topic',
      title: t(topicWords.topic),
      current: filter.topic,
      values: [
        ...topics
          .map(({ id, name }) => ({ value: id, label: name[locale], n: facets && (topicCounts.get(id) ?? 0), more }))
          .toSorted((a, b) => (b.n ?? 0) - (a.n ?? 0)),
        { value: 'none', label: t(topicWords.noTopic), n: null },
      ],
    },
    group(
      'comment',
      [
        ['1', t(words.withComment)],
        ['0', t(words.withoutComment)],
      ],
      true,
    ),
    {
      name: 'heard',
      title: t(words.heard),
      current: filter.heard,
      values: [{ value: '0', label: t(words.heardHidden), n: null }],
    },
    ...(readsCases
      ? [
          group(
            'case',
            [
              ['1', t(words.withCase)],
              ['0', t(words.withoutCase)],
            ],
            true,
          ),
        ]
      : []),
    ...traits.filter((trait) => trait !== 'owner' || owners.length > 0).map(traitGroup),
    {
      name: 'metric',
      title: t(words.metric),
      current: filter.metric,
      values: metrics.map((value) => ({ value, label: t(metricWords[value]), n: null })),
    },
    {
      name: 'state',
      title: t(words.state),
      current: filter.state,
      values: states.map((value) => ({ value, label: t(stateWords[value]), n: null })),
    },
  ]
}
