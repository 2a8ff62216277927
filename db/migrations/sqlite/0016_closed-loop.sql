CREATE TABLE `absences` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`from_day` integer NOT NULL,
	`to_day` integer NOT NULL,
	`stand_in_id` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stand_in_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `absences_user` ON `absences` (`user_id`,`to_day`);--> statement-breakpoint
CREATE INDEX `absences_stand_in` ON `absences` (`stand_in_id`,`to_day`);--> statement-breakpoint
CREATE TABLE `clock_pauses` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `clock_pauses_case` ON `clock_pauses` (`case_id`,`from_at`);--> statement-breakpoint
CREATE TABLE `rota_members` (
	`user_id` text PRIMARY KEY NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `routing_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`when` text NOT NULL,
	`target` text NOT NULL,
	`target_id` text,
	`enabled` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sla_marks` (
	`subject_id` text NOT NULL,
	`clock` text NOT NULL,
	`started_at` integer NOT NULL,
	`mark` integer NOT NULL,
	`case_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`subject_id`, `clock`, `started_at`, `mark`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sla_marks_case` ON `sla_marks` (`case_id`);--> statement-breakpoint
CREATE TABLE `sla_policies` (
	`version` integer NOT NULL,
	`tier` text NOT NULL,
	`severity` text NOT NULL,
	`reply_minutes` integer NOT NULL,
	`resolve_minutes` integer NOT NULL,
	PRIMARY KEY(`version`, `tier`, `severity`)
);
--> statement-breakpoint
CREATE TABLE `sla_versions` (
	`number` integer PRIMARY KEY NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `contact_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`rules` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `notification_choices` (
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`in_app` integer NOT NULL,
	`mail` text NOT NULL,
	`hook` integer NOT NULL,
	PRIMARY KEY(`user_id`, `kind`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `notification_settings` (
	`user_id` text PRIMARY KEY NOT NULL,
	`quiet_from` integer,
	`quiet_to` integer,
	`digest_at` integer NOT NULL,
	`hook_url` text,
	`hook_failed_at` integer,
	`hook_failure` text,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`event_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`data` text NOT NULL,
	`in_app` integer NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer,
	`mail_at` integer,
	`digest_at` integer,
	`digest_id` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notifications_event` ON `notifications` (`user_id`,`event_id`,`kind`);--> statement-breakpoint
CREATE INDEX `notifications_user` ON `notifications` (`user_id`,`id`);--> statement-breakpoint
CREATE INDEX `notifications_unread` ON `notifications` (`user_id`,`id`) WHERE "notifications"."read_at" is null;--> statement-breakpoint
CREATE INDEX `notifications_mailed` ON `notifications` (`user_id`,`kind`,`mail_at`) WHERE "notifications"."mail_at" is not null;--> statement-breakpoint
CREATE INDEX `notifications_waiting` ON `notifications` (`digest_at`) WHERE "notifications"."digest_at" is not null;--> statement-breakpoint
CREATE INDEX `notifications_digest` ON `notifications` (`digest_id`) WHERE "notifications"."digest_id" is not null;--> statement-breakpoint
DROP INDEX `invitations_due`;--> statement-breakpoint
ALTER TABLE `invitations` ADD `next_possible_at` integer;--> statement-breakpoint
ALTER TABLE `invitations` ADD `any_hour` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `invitations_deferred` ON `invitations` (`next_possible_at`,`id`) WHERE "invitations"."state" = 'deferred';--> statement-breakpoint
ALTER TABLE `users` ADD `calendar_id` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `zone` text;--> statement-breakpoint
ALTER TABLE `case_people` ADD `clock_from` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `resolve_due_at` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `paused_at` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `policy_version` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `next_mark_at` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `rank_parts` text;--> statement-breakpoint
CREATE INDEX `cases_marks` ON `cases` (`next_mark_at`) WHERE "cases"."next_mark_at" is not null;--> statement-breakpoint
ALTER TABLE `waves` ADD `any_hour` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `calendars` ADD `name` text;--> statement-breakpoint
ALTER TABLE `calendars` ADD `zone` text;--> statement-breakpoint
ALTER TABLE `programs` ADD `outside_rules` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `outreach_account` ON `outreach` (`account_id`,`at`) WHERE "outreach"."account_id" is not null;