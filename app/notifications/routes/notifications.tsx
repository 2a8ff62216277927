import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { Bell, CheckCheck, Settings2 } from 'lucide-react'
import { z } from 'zod'
import { NoticeList } from '#app/notifications/components/notice-list.tsx'
import { countUnread, listNotifications, mostCounted } from '#app/notifications/list-notifications.server.ts'
import { markAllRead, markUnread } from '#app/notifications/mark-read.server.ts'
import { noticeListWords as words } from '#app/notifications/words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { formOf } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { noticeTellers } from '#app/mails.server.ts'
import { Button, LinkButton, useBusy } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'self.edit', title: words.title }

const here = '/notifications'
const unreadOnly = `${here}?show=unread`

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const unread = query.get('show') === 'unread'
  const [list, n] = await Promise.all([
    listNotifications(ctx, noticeTellers, { unread, after: query.get('after') }),
    countUnread(ctx),
  ])
  return { ...list, unread, n: n < mostCounted ? n : null }
}

const taken = z.coerce.number().int().min(0)

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const t = translator(context.locale)
  switch (String(form.get('intent'))) {
    case 'read_all': {
      const { n, at } = await markAllRead(context.ctx)
      const undo = { action: here, fields: { intent: 'unread', at: String(at) }, label: t(uiWords.undo) }
      return saidRedirect(here, { text: t(words.markedAll, { n }), ...(n > 0 && { undo }) }, context)
    }
    case 'unread': {
      const at = taken.safeParse(form.get('at'))
      if (!at.success) throw new Refusal(400, 'bad_request')
      await markUnread(context.ctx, at.data)
      return saidRedirect(here, { text: t(words.unmarked) }, context)
    }
    default:
      throw new Refusal(400, 'bad_request')
  }
}

export default function Notifications() {
  const t = useT()
  const busy = useBusy(here)
  const { rows, next, unread, n } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t(words.title)}
      narrow
      actions={
        <>
          {n === 0 ? null : (
            <Form method="post">
              <Button name="intent" value="read_all" icon={CheckCheck} busy={busy}>
                {t(words.markAll)}
              </Button>
            </Form>
          )}
          <LinkButton to="/settings/notifications" variant="quiet" icon={Settings2}>
            {t(words.settings)}
          </LinkButton>
        </>
      }
    >
      <Tabs
        label={t(words.title)}
        tabs={[
          { to: here, label: t(words.allTab), current: !unread },
          { to: unreadOnly, label: t(words.unreadTab), count: n, current: unread },
        ]}
      />
      {rows.length === 0 ? (
        <Empty icon={Bell} title={t(unread ? words.noneUnread : words.noneTitle)}>
          {t(unread ? words.noneUnreadBody : words.noneBody)}
        </Empty>
      ) : (
        <>
          <NoticeList rows={rows} />
          <Pager shown={rows.length} next={next} />
        </>
      )}
    </Page>
  )
}
