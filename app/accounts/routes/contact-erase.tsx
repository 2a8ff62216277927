import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { eraseWords as words } from '#app/accounts/erasing/erase-words.ts'
import { getContact } from '#app/accounts/get-contact.server.ts'
import { contactWords } from '#app/accounts/page-words.ts'
import { authorise } from '#app/audit/context.server.ts'
import { eraseContact } from '#app/loop/erase-contact.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { formOf } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'
import { Button, ButtonRow, LinkButton, useBusy } from '#app/ui/button.tsx'
import { Card, Notice } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { access: 'contacts.erase', title: words.erase }

export async function loader({ params, context: { ctx } }: LoaderFunctionArgs) {
  authorise(ctx, 'contacts.erase')
  const { id, name, state, accountId } = await getContact(ctx, params.id!)
  if (state === 'erased') throw new Conflict('contact_erased_already')
  return { contact: { id, name, accountId } }
}

/** Asked twice: the first press leads to the second question, only the second erases. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  authorise(context.ctx, 'contacts.erase')
  if ((await formOf(request)).get('sure') !== 'yes') return { sure: true }
  const { accountId } = await getContact(context.ctx, params.id!)
  const { answers } = await eraseContact(context.ctx, { contactId: params.id! })
  const text = translate(context.locale, words.erased, { n: answers })
  return saidRedirect(accountId ? `/accounts/${accountId}` : '/contacts', { text }, context)
}

export default function EraseContact() {
  const t = useT()
  const busy = useBusy()
  const { contact } = useLoaderData<typeof loader>()
  const sure = useActionData<typeof action>() !== undefined
  return (
    <Page
      title={t(words.title, { name: contact.name })}
      crumbs={[
        { label: t(contactWords.contacts), to: '/contacts' },
        { label: contact.name, to: `/contacts/${contact.id}` },
      ]}
      narrow
    >
      {sure ? (
        <Notice tone="danger" title={t(words.sure, { name: contact.name })}>
          <p>{t(words.sureText)}</p>
        </Notice>
      ) : (
        <>
          <Card title={t(words.goes)}>
            <p>{t(words.goesText)}</p>
          </Card>
          <Card title={t(words.stays)}>
            <p>{t(words.staysText)}</p>
          </Card>
        </>
      )}
      <Form method="post">
        {sure ? <input type="hidden" name="sure" value="yes" /> : null}
        <ButtonRow>
          {sure ? (
            <Button key="now" variant="danger" busy={busy}>
              {t(words.eraseNow)}
            </Button>
          ) : (
            <Button key="on" busy={busy}>
              {t(words.goOn)}
            </Button>
          )}
          <LinkButton to={`/contacts/${contact.id}`} variant="quiet">
            {t(words.keep)}
          </LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  )
}
