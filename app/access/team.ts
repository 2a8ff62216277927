import { z } from 'zod'
import { idField, line } from '#app/access/user.ts'

export const newTeamSchema = z.object({ name: line(80), leadId: idField.optional() })
export const teamSchema = newTeamSchema.extend({ teamId: idField })
export const teamIdSchema = z.object({ teamId: idField })
