import { eq, getTableColumns, getTableName } from 'drizzle-orm'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { saveFile } from '#app/platform/files.server.ts'
import { everyTable } from '#db/every-table.ts'
import { savedViews } from '#db/schema/access.ts'
import { accounts, contacts, importRejects, imports, importSteps } from '#db/schema/accounts.ts'
import { mergedIds } from '#db/schema/accounts-moving.ts'
import { consents } from '#db/schema/advocacy.ts'
import { companyConsents } from '#db/schema/advocacy-consents.ts'
import { referralLinks, referrals, referralVisits } from '#db/schema/advocacy-referrals.ts'
import { asks, askStandings } from '#db/schema/advocacy-asks.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'
import { giftBars, rewards } from '#db/schema/advocacy-rewards.ts'
import { caseEntries, casePeople } from '#db/schema/cases.ts'
import { outreach, preferences, suggestions, waveChoices, waves } from '#db/schema/delivery.ts'
import { inboundMails, messageBodies, messages, suppressions } from '#db/schema/email.ts'
import { apiReplays } from '#db/schema/integrations.ts'
import { responseAnswers, responses } from '#db/schema/responses.ts'
import { clicks, touches } from '#db/schema/responses-touches.ts'
import { voices } from '#db/schema/voices.ts'
import { all } from '#test/loop/look.ts'
import { insert } from '#test/make.ts'
import { answerTo, customer, indexAll, invited, makeInvitation } from '#test/responses/make.ts'
import type { World } from '#test/world.ts'

const name = 'Quillon Vexley'
const kana = 'クイロン'
export const email = 'quillon@vexley-mail.test'
const phone = '+81-90-5550-1789'
export const said = 'The frobnicator jammed thrice'
const secrets = ['quillon', 'vexley', 'クイロン', 'くいろん', '5550-1789', 'frobnicator', 'jammed', 'CRM-77123']

/** `table.column` of every value anywhere in the database that has one of the person's marks. */
export async function whereFound(w: World) {
  const found = new Set<string>()
  for (const table of everyTable) {
    const rows = await w.store.db.select().from(table)
    for (const row of rows as Record<string, unknown>[])
      for (const column of Object.keys(getTableColumns(table))) {
        const value = row[column]
        const text = (Buffer.isBuffer(value) ? value.toString('utf8') : (JSON.stringify(value) ?? '')).toLowerCase()
        if (secrets.some((secret) => text.includes(secret.toLowerCase()))) found.add(`${getTableName(table)}.${column}`)
      }
  }
  return [...found].sort()
}

/** A person with an answer, a case, a consent, mail, visits and imports: marks of them in every table that may have any. */
export async function person(w: World) {
  const { program, account, contact: plain, invitation } = await invited(w)
  await w.store.write((tx) =>
    tx
      .update(contacts)
      .set({
        name,
        nameKey: 'quillon vexley',
        nameKana: kana,
        sortKey: 'くいろん',
        email,
        emailKey: email,
        searchKey: `quillon vexley ${email}`,
        phone,
        title: 'Head of frobnicators',
        externalId: 'CRM-77123',
        zone: 'Asia/Tokyo',
      }) // prettier-ignore
      .where(eq(contacts.id, plain.id)),
  )
  const [contact] = await w.store.db.select().from(contacts).where(eq(contacts.id, plain.id))
  await recordAnswer(customer(w), answerTo(w, invitation, 2, { comment: said }))
  w.clock.advance(60_000)
  const happy = await makeInvitation(w, program, contact!, { occasion: `ext:helpdesk:${email}` })
  await recordAnswer(customer(w), answerTo(w, happy, 9, { comment: said }))
  const [response] = await w.store.db.select().from(responses).where(eq(responses.invitationId, invitation.id))
  const [found] = await all(w).cases()
  const at = w.now()
  const { store } = w
  await insert(store, responseAnswers, { responseId: response!.id, questionId: 'q1', value: [said], at })
  await w.store.write((tx) => tx.update(casePeople).set({ wish: 'call', wishPhone: phone }))
  const entry = { caseId: found!.id, at }
  await insert(store, caseEntries, { ...entry, id: 'cen_1', kind: 'mail_in', authorId: contact!.id, text: said })
  await insert(store, caseEntries, { ...entry, id: 'cen_2', kind: 'note', authorId: w.admin.id, text: `${name} is cross` }) // prettier-ignore
  const voice = { day: 1, at, accountId: account.id, language: 'en' as const, createdAt: at, updatedAt: at }
  await insert(store, voices, { ...voice, id: 'voc_1', source: 'reply', channel: 'mail', contactId: contact!.id, text: said, textKey: said, whole: said, sender: email }) // prettier-ignore
  await insert(store, voices, { ...voice, id: 'voc_2', source: 'reply', channel: 'mail', invitationId: invitation.id, text: said, textKey: said }) // prettier-ignore
  const inbound = { sender: email, subject: said, text: said, at }
  await insert(store, inboundMails, { ...inbound, id: 'ibm_1', key: 'mid:1', state: 'unmatched' })
  await insert(store, inboundMails, { id: 'ibm_2', key: 'mid:2', state: 'taken', refKind: 'invitation', refId: invitation.id, sender: 'else@where.test', subject: 'jammed', text: null, at }) // prettier-ignore
  const message = { template: 't', payload: {}, toHmac: w.keys.fingerprint(email), delivery: 'none' as const, dueAt: at, attempt: 1, createdAt: at } // prettier-ignore
  const body = { from: 'us', subject: `${name} is unhappy`, html: `<p>${said}</p>`, text: `${name}: ${said}`, headers: { to: email } } // prettier-ignore
  await insert(store, messages, { ...message, id: 'msg_1', key: 'k1', stream: 'invitation', contactId: contact!.id, toEmail: email, refKind: 'invitation', refId: invitation.id, state: 'sent', lastError: `550 no ${email}` }) // prettier-ignore
  await insert(store, messages, { ...message, id: 'msg_2', key: 'k2', stream: 'invitation', toEmail: email, refKind: 'invitation', refId: happy.id, state: 'queued' }) // prettier-ignore
  await insert(store, messages, { ...message, id: 'msg_3', key: 'k3', stream: 'case', toEmail: 'csm@koe.test', toHmac: 'h', refKind: 'case', refId: found!.id, state: 'sent' }) // prettier-ignore
  await insert(store, messages, { ...message, id: 'msg_4', key: 'k4', stream: 'staff', toEmail: 'csm@koe.test', toHmac: 'h', refKind: 'wave', refId: 'wav_1', state: 'sent' }) // prettier-ignore
  for (const messageId of ['msg_1', 'msg_2', 'msg_3', 'msg_4']) await insert(store, messageBodies, { ...body, messageId }) // prettier-ignore
  await insert(store, suppressions, { id: 'sup_1', toHmac: w.keys.fingerprint(email), email, reason: 'bounce', source: 'resend', at }) // prettier-ignore
  await insert(store, touches, { id: 'tou_1', invitationId: invitation.id, at, method: 'GET', network: '203.0.113.0/24 quillon', agentHash: 'vexley', flags: [] }) // prettier-ignore
  await insert(store, clicks, { invitationId: invitation.id, programId: program.id, score: 3, at })
  await insert(store, suggestions, { id: 'sug_1', invitationId: invitation.id, accountId: account.id, name: `${name} jr`, email: `jr-${email}`, state: 'waiting', at }) // prettier-ignore
  const other = await makeInvitation(w, program, await w.contact({ accountId: account.id }))
  await insert(store, suggestions, { id: 'sug_2', invitationId: other.id, accountId: account.id, name, email: email.toUpperCase(), state: 'waiting', at }) // prettier-ignore
  await insert(store, preferences, { contactId: contact!.id, scope: 'news', choice: 'off', at, source: 'staff' })
  await insert(store, outreach, { id: 'out_1', contactId: contact!.id, kind: 'invitation', refId: invitation.id, at })
  const wave = await insert(store, waves, { id: 'wav_1', programId: program.id, versionId: program.currentVersionId!, launchKey: 'l', state: 'done', launchedBy: w.admin.id, createdAt: at }) // prettier-ignore
  await insert(store, waveChoices, { waveId: wave.id, contactId: contact!.id, choice: 'exclude', note: `${name} jammed`, chosenBy: w.admin.id, at }) // prettier-ignore
  await insert(store, consents, { id: 'cns_1', party: `con:${contact!.id}`, askType: 'quote', textVersion: '1.en', state: 'given', source: 'thanks', responseId: response!.id, at }) // prettier-ignore
  await insert(store, referralLinks, { code: 'ABCDEFGH23456', contactId: contact!.id, createdAt: at })
  await insert(store, referralVisits, { code: 'ABCDEFGH23456', day: 1, n: 1 })
  const referral = { code: 'ABCDEFGH23456', language: 'en' as const, checks: [], source: 'form' as const, createdAt: at, updatedAt: at } // prettier-ignore
  await insert(store, referrals, { ...referral, id: 'ref_1', contactId: contact!.id, accountId: account.id, leadName: 'Lead', leadEmail: 'l@else.test', leadEmailKey: 'l@else.test', company: 'Else', searchKey: 'lead', state: 'lost', message: `${name} likes it`, reason: `Said ${name}`, responseId: response!.id }) // prettier-ignore
  await insert(store, referrals, { ...referral, id: 'ref_2', code: null, leadName: name, leadEmail: email, leadEmailKey: email, company: 'Vexley Inc', searchKey: `${name} ${email}`.toLowerCase(), state: 'new', message: said, reason: null }) // prettier-ignore
  await insert(store, quotes, { id: 'qte_1', contactId: contact!.id, accountId: account.id, responseId: response!.id, language: 'en', original: said, text: `${said}.`, attribution: { name: true, title: true, company: true }, byline: { name, title: 'Head of frobnicators', company: null }, rewarded: false, state: 'published', generation: 1, lockVersion: 3, position: 1, createdBy: w.admin.id, createdAt: at, updatedAt: at }) // prettier-ignore
  await insert(store, consents, { id: 'cst_company', party: `acc:${account.id}`, askType: 'event', textVersion: 'company-1/en', state: 'given', source: 'staff', at }) // prettier-ignore
  await insert(store, companyConsents, { consentId: 'cst_company', accountId: account.id, text: 'They may speak.', language: 'en', agreedBy: name, contactId: contact!.id, agreedOn: '2026-03-01', fileId: 'file_signed', fileName: `${name}.pdf`, recordedBy: w.admin.id }) // prettier-ignore
  await insert(store, asks, { id: 'ask_1', kind: 'review', version: 0, contactId: contact!.id, accountId: account.id, state: 'queued', channel: 'mail', holderId: w.admin.id, reservedAt: at, reservedUntil: at, quarter: 8104, language: 'en', subject: `For ${name}`, body: `Dear ${name}`, note: said, responseId: response!.id }) // prettier-ignore
  await insert(store, rewards, { id: 'rwd_1', rule: 'ask_done:review', causeId: 'ask_1', version: 1, contactId: contact!.id, accountId: account.id, points: 5, pointsAnyway: true, state: 'cancelled', reason: `${name} asked`, reference: `For ${name}`, earnedAt: at }) // prettier-ignore
  await insert(store, giftBars, { party: `con:${contact!.id}`, reason: 'other', note: `${name} said so`, by: w.admin.id!, at }) // prettier-ignore
  await insert(store, askStandings, { kind: 'review', contactId: contact!.id, blocks: 0, nominatedAt: at, checkedAt: at }) // prettier-ignore
  await insert(store, mergedIds, { id: 'con_before', kind: 'contact', intoId: contact!.id, externalId: 'CRM-77123-old', nameKey: 'quillon', emailKey: `old-${email}`, counts: {}, at, mergedBy: w.admin.id }) // prettier-ignore
  await insert(store, savedViews, { id: 'vie_1', list: 'responses', name: `What ${name} says`, query: 'q=jammed', ownerId: w.admin.id, shared: true, createdAt: at }) // prettier-ignore
  await insert(store, savedViews, { id: 'vie_2', list: 'responses', name: 'Mine', query: `q=${encodeURIComponent(name)}`, ownerId: w.admin.id, shared: false, createdAt: at }) // prettier-ignore
  const csv = Buffer.from(`name,email\n${name},${email}\n`, 'utf16le')
  const fileId = await w.store.write(
    (tx) =>
    saveFile(tx, { kind: 'import', name: 'people.csv', mime: 'text/csv', at }, Buffer.concat([csv, Buffer.from(`${name},${email}`)])), // prettier-ignore
  )
  await insert(store, imports, { id: 'imp_1', kind: 'customers', fileId, fileName: 'people.csv', mapping: {}, state: 'done', appliedLines: 1, createdBy: w.admin.id, createdAt: at }) // prettier-ignore
  await insert(store, importRejects, { importId: 'imp_1', line: 2, reasons: [{ code: 'email_taken', values: { email } }], raw: JSON.stringify([name, email]) }) // prettier-ignore
  const step = { contacts: [contact!.id], changedContacts: [[contact!.id, { name: 'Quillon V' }, { name }], ['con_before', { name }, { name: 'x' }], ['con_else', { name: 'A' }, { name: 'B' }]] } // prettier-ignore
  await insert(store, importSteps, { importId: 'imp_1', fromLine: 0, at, data: JSON.stringify(step) })
  await insert(store, apiReplays, { apiKeyId: 'key_1', key: 'k', requestHash: 'h', status: 200, body: JSON.stringify({ id: contact!.id, name, email }), createdAt: at, expiresAt: at + 1 }) // prettier-ignore
  await w.store.write((tx) => tx.update(accounts).set({ sponsorId: contact!.id }).where(eq(accounts.id, account.id)))
  await indexAll(w)
  return { program, account, contact: contact!, invitation, happy, response: response! }
}

/** Where it stands in the database, all of which an erasing has to empty. */
export const planted = [
  'api_replays.body',
  'case_entries.text',
  'case_people.wishPhone',
  ...['email', 'emailKey', 'externalId', 'name', 'nameKana', 'nameKey', 'phone', 'searchKey', 'sortKey', 'title'].map((one) => `contacts.${one}`), // prettier-ignore
  'file_chunks.data',
  'import_rejects.raw',
  'import_rejects.reasons',
  'import_steps.data',
  ...['sender', 'subject', 'text'].map((one) => `inbound_mails.${one}`),
  'invitations.occasion',
  ...['emailKey', 'externalId', 'nameKey'].map((one) => `merged_ids.${one}`),
  ...['headers', 'html', 'subject', 'text'].map((one) => `message_bodies.${one}`),
  'messages.lastError',
  'messages.toEmail',
  ...['company', 'leadEmail', 'leadEmailKey', 'leadName', 'message', 'reason', 'searchKey'].map((one) => `referrals.${one}`), // prettier-ignore
  ...['byline', 'original', 'text'].map((one) => `quotes.${one}`),
  ...['body', 'note', 'subject'].map((one) => `asks.${one}`),
  ...['agreedBy', 'fileName'].map((one) => `company_consents.${one}`),
  ...['reason', 'reference'].map((one) => `rewards.${one}`),
  'gift_bars.note',
  'response_answers.value',
  'response_grams.gram',
  'response_revisions.comment',
  'responses.comment',
  'saved_views.name',
  'saved_views.query',
  'suggestions.email',
  'suggestions.name',
  'suppressions.email',
  'touches.agentHash',
  'touches.network',
  ...['sender', 'text', 'textKey', 'whole'].map((one) => `voices.${one}`),
  'wave_choices.note',
]
