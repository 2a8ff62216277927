CREATE TABLE `response_topics` (
	`response_id` text NOT NULL,
	`topic_id` text NOT NULL,
	`source` text NOT NULL,
	`present` integer NOT NULL,
	`spans` text NOT NULL,
	`day` integer NOT NULL,
	`actor_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`response_id`, `topic_id`),
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `response_topics_topic` ON `response_topics` (`topic_id`,`day`,`response_id`);--> statement-breakpoint
CREATE TABLE `retags` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`after` text NOT NULL,
	`done` integer NOT NULL,
	`total` integer,
	`gained` integer NOT NULL,
	`lost` integer NOT NULL,
	`versions` text NOT NULL,
	`started_by` text,
	`created_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `retags_running` ON `retags` (`state`) WHERE "retags"."state" = 'running';--> statement-breakpoint
CREATE TABLE `topic_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`topic_id` text NOT NULL,
	`version` integer NOT NULL,
	`language` text NOT NULL,
	`any_of` text NOT NULL,
	`all_of` text NOT NULL,
	`none_of` text NOT NULL,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `topic_rules_version` ON `topic_rules` (`topic_id`,`version`,`language`);--> statement-breakpoint
CREATE TABLE `topics` (
	`id` text PRIMARY KEY NOT NULL,
	`name_en` text NOT NULL,
	`name_ja` text NOT NULL,
	`version` integer NOT NULL,
	`applied_version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer
);
--> statement-breakpoint
ALTER TABLE `responses` ADD `tagged_at` integer;--> statement-breakpoint
CREATE INDEX `responses_untagged` ON `responses` (`id`) WHERE "responses"."tagged_at" is null and "responses"."comment" is not null and "responses"."state" <> 'unconfirmed';