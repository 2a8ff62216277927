import { and, isNull, ne } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { fold } from '#app/platform/text.ts'
import { faultsOfRule, type TopicInput } from '#app/responses/topics/topic.ts'
import { topics } from '#db/schema/responses.ts'

/** @throws Invalid when a phrase has a fault, or another topic in use has one of the names */
export async function checkTopic({ tx }: TxCtx, given: TopicInput, id: string | null): Promise<void> {
  const faulty = (['en', 'ja'] as const).flatMap((language) =>
    Object.keys(faultsOfRule(given[language])).map((list) => `${language}_${list}`),
  )
  if (faulty.length) throw new Invalid('topic_form', Object.fromEntries(faulty.map((field) => [field, 'topic_form'])))
  const others = await tx
    .select({ nameEn: topics.nameEn, nameJa: topics.nameJa })
    .from(topics)
    .where(and(isNull(topics.archivedAt), id === null ? undefined : ne(topics.id, id)))
  const taken = (['nameEn', 'nameJa'] as const).filter((name) =>
    others.some((other) => fold(other[name]) === fold(given[name])),
  )
  if (taken.length)
    throw new Invalid('topic_name_taken', Object.fromEntries(taken.map((name) => [name, 'topic_name_taken'])))
}
