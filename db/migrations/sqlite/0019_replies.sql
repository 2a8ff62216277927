CREATE TABLE `case_files` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`entry_id` text,
	`file_id` text NOT NULL,
	`name` text NOT NULL,
	`bytes` integer NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `case_entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_files_case` ON `case_files` (`case_id`,`id`);--> statement-breakpoint
CREATE INDEX `case_files_file` ON `case_files` (`file_id`);--> statement-breakpoint
CREATE TABLE `case_mails` (
	`entry_id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`contact_id` text,
	`subject` text NOT NULL,
	`message_id` text,
	`language` text NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `case_entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_mails_case` ON `case_mails` (`case_id`);--> statement-breakpoint
CREATE INDEX `case_mails_contact` ON `case_mails` (`contact_id`) WHERE "case_mails"."contact_id" is not null;--> statement-breakpoint
CREATE TABLE `case_tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`playbook_id` text,
	`step_id` text,
	`text` text NOT NULL,
	`position` integer NOT NULL,
	`done_at` integer,
	`done_by` text,
	`removed_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `case_tasks_step` ON `case_tasks` (`case_id`,`playbook_id`,`step_id`) WHERE "case_tasks"."step_id" is not null;--> statement-breakpoint
CREATE INDEX `case_tasks_case` ON `case_tasks` (`case_id`,`position`) WHERE "case_tasks"."removed_at" is null;--> statement-breakpoint
CREATE TABLE `playbooks` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`when` text NOT NULL,
	`steps` text NOT NULL,
	`archived_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `reply_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`topic_id` text,
	`language` text NOT NULL,
	`subject` text,
	`body` text NOT NULL,
	`uses` integer NOT NULL,
	`last_used_at` integer,
	`archived_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `message_files` (
	`message_id` text NOT NULL,
	`n` integer NOT NULL,
	`file_id` text NOT NULL,
	`name` text NOT NULL,
	`mime` text NOT NULL,
	PRIMARY KEY(`message_id`, `n`),
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `message_files_file` ON `message_files` (`file_id`);