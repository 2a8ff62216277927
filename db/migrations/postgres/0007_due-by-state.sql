DROP INDEX "messages_due";--> statement-breakpoint
DROP INDEX "jobs_ready";--> statement-breakpoint
CREATE INDEX "messages_state_due" ON "messages" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "jobs_state_run" ON "jobs" USING btree ("state","run_at");