CREATE TABLE `import_kept` (
	`import_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`import_id`, `subject_id`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `import_steps` (
	`import_id` text NOT NULL,
	`from_line` integer NOT NULL,
	`at` integer NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`import_id`, `from_line`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_steps_at` ON `import_steps` (`at`);--> statement-breakpoint
ALTER TABLE `accounts` ADD `properties` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `options` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `header_key` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `undo` text;--> statement-breakpoint
CREATE INDEX `imports_header` ON `imports` (`header_key`,`id`) WHERE "imports"."header_key" is not null;