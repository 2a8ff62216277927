CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`party` text NOT NULL,
	`ask_type` text NOT NULL,
	`text_version` text NOT NULL,
	`state` text NOT NULL,
	`source` text NOT NULL,
	`response_id` text,
	`at` integer NOT NULL,
	`expires_at` integer,
	`ended_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consents_given` ON `consents` (`party`,`ask_type`) WHERE "consents"."state" = 'given';--> statement-breakpoint
CREATE INDEX `consents_party` ON `consents` (`party`,`id`);--> statement-breakpoint
CREATE TABLE `suggestions` (
	`id` text PRIMARY KEY NOT NULL,
	`invitation_id` text NOT NULL,
	`account_id` text,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`state` text NOT NULL,
	`contact_id` text,
	`decided_by` text,
	`decided_at` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `suggestions_invitation` ON `suggestions` (`invitation_id`);--> statement-breakpoint
CREATE INDEX `suggestions_account` ON `suggestions` (`account_id`,`id`);--> statement-breakpoint
CREATE INDEX `suggestions_waiting` ON `suggestions` (`at`) WHERE "suggestions"."state" = 'waiting';--> statement-breakpoint
CREATE TABLE `clicks` (
	`invitation_id` text PRIMARY KEY NOT NULL,
	`program_id` text NOT NULL,
	`score` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `clicks_program` ON `clicks` (`program_id`,`at`);--> statement-breakpoint
CREATE TABLE `response_answers` (
	`response_id` text NOT NULL,
	`question_id` text NOT NULL,
	`value` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`response_id`, `question_id`),
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `program_doors` (
	`id` text PRIMARY KEY NOT NULL,
	`program_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`gen` integer NOT NULL,
	`origins` text NOT NULL,
	`secret` text,
	`per_hour` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`program_id`) REFERENCES `programs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `program_doors_program` ON `program_doors` (`program_id`,`id`);--> statement-breakpoint
ALTER TABLE `case_people` ADD `wish` text;--> statement-breakpoint
ALTER TABLE `case_people` ADD `wish_when` text;--> statement-breakpoint
ALTER TABLE `case_people` ADD `wish_phone` text;--> statement-breakpoint
ALTER TABLE `invitations` ADD `declined` text;--> statement-breakpoint
ALTER TABLE `responses` ADD `kept_from` text;--> statement-breakpoint
ALTER TABLE `touches` ADD `program_id` text;--> statement-breakpoint
ALTER TABLE `touches` ADD `kind` text DEFAULT 'person' NOT NULL;--> statement-breakpoint
CREATE INDEX `touches_kind` ON `touches` (`program_id`,`kind`,`at`);--> statement-breakpoint
ALTER TABLE `programs` ADD `integrity` text DEFAULT 'balanced' NOT NULL;--> statement-breakpoint
ALTER TABLE `programs` ADD `change_days` integer DEFAULT 30 NOT NULL;