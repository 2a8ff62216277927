CREATE TABLE `exports` (
	`id` text PRIMARY KEY NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`ref` text,
	`list` text NOT NULL,
	`format` text NOT NULL,
	`filter` text NOT NULL,
	`state` text NOT NULL,
	`rows` integer NOT NULL,
	`replaced` integer NOT NULL,
	`replaced_rows` integer NOT NULL,
	`started_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `exports_actor` ON `exports` (`actor_id`,`id`);--> statement-breakpoint
CREATE INDEX `exports_running` ON `exports` (`seen_at`) WHERE "exports"."state" = 'running';--> statement-breakpoint
CREATE INDEX `exports_started` ON `exports` (`started_at`);