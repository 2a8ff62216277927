DROP INDEX `messages_due`;--> statement-breakpoint
CREATE INDEX `messages_state_due` ON `messages` (`state`,`due_at`);--> statement-breakpoint
DROP INDEX `jobs_ready`;--> statement-breakpoint
CREATE INDEX `jobs_state_run` ON `jobs` (`state`,`run_at`);