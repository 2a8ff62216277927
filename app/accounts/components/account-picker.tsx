import { useFetcher } from '@remix-run/react'
import { useId, type ComponentProps } from 'react'
import { Input } from '#app/ui/field.tsx'

/** An account by its name or id. While one types, names that begin so are offered; without script the whole name is typed. */
export function AccountPicker(props: ComponentProps<typeof Input>) {
  const list = useId()
  const found = useFetcher<{ accounts: { id: string; name: string; externalId: string | null }[] }>()
  return (
    <div>
      <Input
        {...props}
        list={list}
        autoComplete="off"
        onChange={(event) => {
          const text = event.currentTarget.value.trim()
          if (text.length > 0) found.load(`/accounts/names?q=${encodeURIComponent(text)}`)
        }}
      />
      <datalist id={list}>
        {found.data?.accounts.map((account) => (
          // Where several have one name, only their ids tell them apart.
          <option key={account.id} value={twice(account.name, found.data!.accounts) ? account.id : account.name}>
            {account.name}
            {account.externalId ? ` · ${account.externalId}` : ''}
          </option>
        ))}
      </datalist>
    </div>
  )
}

const twice = (name: string, all: { name: string }[]) => all.filter((one) => one.name === name).length > 1
