ALTER TABLE `invitations` ADD `door_id` text REFERENCES program_doors(id);--> statement-breakpoint
CREATE INDEX `invitations_door` ON `invitations` (`door_id`,`created_at`) WHERE "invitations"."door_id" is not null;--> statement-breakpoint
ALTER TABLE `program_doors` ADD `anonymous` integer DEFAULT false NOT NULL;