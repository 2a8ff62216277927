ALTER TABLE `quotes` ADD `logo_file_id` text;--> statement-breakpoint
CREATE INDEX `quotes_logo` ON `quotes` (`logo_file_id`) WHERE "quotes"."logo_file_id" is not null;