CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`prefix` text NOT NULL,
	`secret_hash` text NOT NULL,
	`scopes` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_secret` ON `api_keys` (`secret_hash`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	`device` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_secret` ON `sessions` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`) WHERE "sessions"."ended_at" is null;--> statement-breakpoint
CREATE TABLE `teams` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`lead_id` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `user_roles` (
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`user_id`, `role`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `user_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`secret_hash` text NOT NULL,
	`user_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_tokens_secret` ON `user_tokens` (`secret_hash`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`name` text NOT NULL,
	`locale` text NOT NULL,
	`zone` text,
	`password_hash` text,
	`state` text NOT NULL,
	`team_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_key` ON `users` (`email_key`);--> statement-breakpoint
CREATE INDEX `users_team` ON `users` (`team_id`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`external_id` text,
	`domain` text,
	`parent_id` text,
	`industry` text,
	`region` text,
	`plan` text,
	`tier` text,
	`stage` text,
	`products` text NOT NULL,
	`arr_minor` integer,
	`currency` text,
	`arr_base_minor` integer,
	`started_on` text,
	`renewal_on` text,
	`owner_id` text,
	`health` text NOT NULL,
	`is_internal` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_external_id` ON `accounts` (`external_id`) WHERE "accounts"."external_id" is not null;--> statement-breakpoint
CREATE INDEX `accounts_name_key` ON `accounts` (`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `accounts_domain` ON `accounts` (`domain`) WHERE "accounts"."domain" is not null;--> statement-breakpoint
CREATE INDEX `accounts_owner` ON `accounts` (`owner_id`,`name_key`);--> statement-breakpoint
CREATE INDEX `accounts_renewal` ON `accounts` (`renewal_on`,`id`);--> statement-breakpoint
CREATE INDEX `accounts_arr` ON `accounts` (`arr_base_minor`,`id`);--> statement-breakpoint
CREATE INDEX `accounts_updated` ON `accounts` (`updated_at`,`id`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text,
	`external_id` text,
	`email` text,
	`email_key` text,
	`name` text NOT NULL,
	`name_key` text DEFAULT '' NOT NULL,
	`search_key` text NOT NULL,
	`name_kana` text,
	`phone` text,
	`title` text,
	`department` text,
	`role` text,
	`language` text,
	`zone` text,
	`is_test` integer NOT NULL,
	`is_shared` integer NOT NULL,
	`state` text NOT NULL,
	`last_invited_at` integer,
	`last_answered_at` integer,
	`last_class` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contacts_email_key` ON `contacts` (`email_key`) WHERE "contacts"."email_key" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `contacts_external_id` ON `contacts` (`external_id`) WHERE "contacts"."external_id" is not null;--> statement-breakpoint
CREATE INDEX `contacts_account` ON `contacts` (`account_id`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `contacts_search` ON `contacts` (`search_key`,`id`);--> statement-breakpoint
CREATE TABLE `holds` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_key` text NOT NULL,
	`reason` text NOT NULL,
	`ref_id` text NOT NULL,
	`at` integer NOT NULL,
	`until` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `holds_subject` ON `holds` (`subject_key`,`reason`,`ref_id`);--> statement-breakpoint
CREATE TABLE `import_rejects` (
	`import_id` text NOT NULL,
	`line` integer NOT NULL,
	`reasons` text NOT NULL,
	`raw` text NOT NULL,
	PRIMARY KEY(`import_id`, `line`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`file_id` text NOT NULL,
	`file_name` text NOT NULL,
	`encoding` text,
	`delimiter` text,
	`mapping` text NOT NULL,
	`state` text NOT NULL,
	`counts` text,
	`applied` text,
	`job_id` text,
	`applied_lines` integer NOT NULL,
	`error` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE TABLE `advocates` (
	`contact_id` text PRIMARY KEY NOT NULL,
	`account_id` text,
	`state` text NOT NULL,
	`response_id` text NOT NULL,
	`nominated_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `advocates_state` ON `advocates` (`state`,`nominated_at`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`type` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`account_id` text,
	`contact_id` text,
	`data` text NOT NULL,
	`dispatched_at` integer
);
--> statement-breakpoint
CREATE INDEX `events_undispatched` ON `events` (`id`) WHERE "events"."dispatched_at" is null;--> statement-breakpoint
CREATE INDEX `events_subject` ON `events` (`subject_kind`,`subject_id`,`id`);--> statement-breakpoint
CREATE INDEX `events_account` ON `events` (`account_id`,`id`);--> statement-breakpoint
CREATE INDEX `events_contact` ON `events` (`contact_id`,`id`);--> statement-breakpoint
CREATE TABLE `case_answers` (
	`response_id` text NOT NULL,
	`case_person_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`response_id`, `case_person_id`),
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_person_id`) REFERENCES `case_people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `case_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`author_id` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_entries_case` ON `case_entries` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `case_people` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`contact_id` text,
	`response_id` text NOT NULL,
	`state` text NOT NULL,
	`reply_due_at` integer NOT NULL,
	`replied_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `case_people_contact` ON `case_people` (`case_id`,`contact_id`);--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_key` text NOT NULL,
	`account_id` text,
	`state` text NOT NULL,
	`owner_id` text NOT NULL,
	`severity` text NOT NULL,
	`opened_at` integer NOT NULL,
	`reply_due_at` integer NOT NULL,
	`rank_at` integer NOT NULL,
	`claimed_at` integer,
	`contacted_at` integer,
	`cause` text,
	`action` text,
	`resolved_at` integer,
	`closed_at` integer,
	`close_kind` text,
	`reopened` integer NOT NULL,
	`lock_version` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_open_subject` ON `cases` (`subject_key`) WHERE "cases"."state" <> 'closed';--> statement-breakpoint
CREATE INDEX `cases_rank` ON `cases` (`rank_at`,`id`) WHERE "cases"."state" <> 'closed';--> statement-breakpoint
CREATE INDEX `cases_owner` ON `cases` (`owner_id`,`rank_at`) WHERE "cases"."state" <> 'closed';--> statement-breakpoint
CREATE INDEX `cases_account` ON `cases` (`account_id`,`id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`program_id` text NOT NULL,
	`version_id` text NOT NULL,
	`wave_id` text,
	`contact_id` text,
	`account_id` text,
	`channel` text NOT NULL,
	`occasion` text NOT NULL,
	`respondent_key` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`due_at` integer NOT NULL,
	`sent_day` integer,
	`sent_at` integer,
	`expires_at` integer NOT NULL,
	`answered_at` integer,
	`owner_at_send` text,
	`language` text NOT NULL,
	`gen` integer NOT NULL,
	`is_test` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`program_id`) REFERENCES `programs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `program_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`wave_id`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_occasion` ON `invitations` (`program_id`,`respondent_key`,`occasion`);--> statement-breakpoint
CREATE INDEX `invitations_wave` ON `invitations` (`wave_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `invitations_answered` ON `invitations` (`wave_id`) WHERE "invitations"."answered_at" is not null;--> statement-breakpoint
CREATE INDEX `invitations_contact` ON `invitations` (`contact_id`,`id`);--> statement-breakpoint
CREATE INDEX `invitations_due` ON `invitations` (`due_at`) WHERE "invitations"."state" in ('planned', 'deferred');--> statement-breakpoint
CREATE TABLE `outreach` (
	`id` text PRIMARY KEY NOT NULL,
	`contact_id` text NOT NULL,
	`account_id` text,
	`kind` text NOT NULL,
	`program_id` text,
	`ref_id` text NOT NULL,
	`at` integer NOT NULL,
	`cancelled_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outreach_ref` ON `outreach` (`kind`,`ref_id`);--> statement-breakpoint
CREATE INDEX `outreach_contact` ON `outreach` (`contact_id`,`at`);--> statement-breakpoint
CREATE TABLE `preferences` (
	`contact_id` text NOT NULL,
	`scope` text NOT NULL,
	`choice` text NOT NULL,
	`at` integer NOT NULL,
	`source` text NOT NULL,
	PRIMARY KEY(`contact_id`, `scope`)
);
--> statement-breakpoint
CREATE TABLE `waves` (
	`id` text PRIMARY KEY NOT NULL,
	`program_id` text NOT NULL,
	`version_id` text NOT NULL,
	`launch_key` text NOT NULL,
	`state` text NOT NULL,
	`counts` text,
	`planned_up_to` text,
	`launched_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`program_id`) REFERENCES `programs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `program_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `waves_launch_key` ON `waves` (`launch_key`);--> statement-breakpoint
CREATE INDEX `waves_program` ON `waves` (`program_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `waves_open` ON `waves` (`program_id`) WHERE "waves"."state" in ('planning', 'ready', 'sending', 'paused');--> statement-breakpoint
CREATE TABLE `message_bodies` (
	`message_id` text PRIMARY KEY NOT NULL,
	`from` text NOT NULL,
	`reply_to` text,
	`subject` text NOT NULL,
	`html` text NOT NULL,
	`text` text NOT NULL,
	`headers` text NOT NULL,
	`expires_at` integer,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `message_bodies_expiry` ON `message_bodies` (`expires_at`) WHERE "message_bodies"."expires_at" is not null;--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`stream` text NOT NULL,
	`template` text NOT NULL,
	`payload` text NOT NULL,
	`contact_id` text,
	`user_id` text,
	`to_email` text NOT NULL,
	`to_hmac` text NOT NULL,
	`ref_kind` text NOT NULL,
	`ref_id` text NOT NULL,
	`state` text NOT NULL,
	`delivery` text NOT NULL,
	`batch_id` text,
	`provider` text,
	`provider_id` text,
	`due_at` integer NOT NULL,
	`attempt` integer NOT NULL,
	`lease_by` text,
	`lease_until` integer,
	`first_try_at` integer,
	`sent_at` integer,
	`stop_reason` text,
	`last_error` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_key` ON `messages` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_provider_id` ON `messages` (`provider_id`) WHERE "messages"."provider_id" is not null;--> statement-breakpoint
CREATE INDEX `messages_state_due` ON `messages` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `messages_state` ON `messages` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `messages_ref` ON `messages` (`ref_kind`,`ref_id`);--> statement-breakpoint
CREATE INDEX `messages_to` ON `messages` (`to_hmac`,`id`);--> statement-breakpoint
CREATE INDEX `messages_batch` ON `messages` (`batch_id`) WHERE "messages"."batch_id" is not null;--> statement-breakpoint
CREATE TABLE `provider_events` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_event_id` text NOT NULL,
	`type` text NOT NULL,
	`provider_id` text NOT NULL,
	`message_id` text,
	`detail` text,
	`at` integer NOT NULL,
	`applied_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `provider_events_event` ON `provider_events` (`provider_event_id`);--> statement-breakpoint
CREATE INDEX `provider_events_waiting` ON `provider_events` (`provider_id`) WHERE "provider_events"."applied_at" is null;--> statement-breakpoint
CREATE TABLE `send_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`transport` text DEFAULT 'resend' NOT NULL,
	`state` text NOT NULL,
	`attempt` integer DEFAULT 0 NOT NULL,
	`due_at` integer DEFAULT 0 NOT NULL,
	`lease_by` text,
	`lease_until` integer,
	`first_try_at` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `send_batches_key` ON `send_batches` (`key`);--> statement-breakpoint
CREATE INDEX `send_batches_due` ON `send_batches` (`due_at`) WHERE "send_batches"."state" = 'sending';--> statement-breakpoint
CREATE TABLE `suppressions` (
	`id` text PRIMARY KEY NOT NULL,
	`to_hmac` text NOT NULL,
	`email` text,
	`reason` text NOT NULL,
	`source` text NOT NULL,
	`at` integer NOT NULL,
	`lifted_at` integer,
	`lifted_by` text,
	`lift_reason` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `suppressions_live` ON `suppressions` (`to_hmac`) WHERE "suppressions"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX `suppressions_at` ON `suppressions` (`at`);--> statement-breakpoint
CREATE TABLE `transports` (
	`name` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`resume_at` integer,
	`changed_at` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `repeated_answers` (
	`response_id` text PRIMARY KEY NOT NULL,
	`program_id` text NOT NULL,
	`next_day` integer NOT NULL,
	`day` integer NOT NULL,
	`class` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `score_deltas` (
	`id` text PRIMARY KEY NOT NULL,
	`response_id` text NOT NULL,
	`program_id` text NOT NULL,
	`day` integer NOT NULL,
	`tier` text,
	`region` text,
	`industry` text,
	`plan` text,
	`stage` text,
	`owner_id` text,
	`language` text NOT NULL,
	`products` text NOT NULL,
	`n` integer NOT NULL,
	`low` integer NOT NULL,
	`mid` integer NOT NULL,
	`high` integer NOT NULL,
	`sum` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `scores` (
	`program_id` text NOT NULL,
	`day` integer NOT NULL,
	`dim` text NOT NULL,
	`value` text NOT NULL,
	`n` integer NOT NULL,
	`low` integer NOT NULL,
	`mid` integer NOT NULL,
	`high` integer NOT NULL,
	`sum` integer NOT NULL,
	PRIMARY KEY(`program_id`, `day`, `dim`, `value`)
);
--> statement-breakpoint
CREATE INDEX `scores_dim` ON `scores` (`dim`,`value`,`day`);--> statement-breakpoint
CREATE INDEX `scores_all` ON `scores` (`day`,`program_id`,`low`,`mid`,`high`) WHERE "scores"."dim" = 'all';--> statement-breakpoint
CREATE TABLE `send_deltas` (
	`id` text PRIMARY KEY NOT NULL,
	`program_id` text NOT NULL,
	`day` integer NOT NULL,
	`invited` integer NOT NULL,
	`failed` integer NOT NULL,
	`answered` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sends` (
	`program_id` text NOT NULL,
	`day` integer NOT NULL,
	`invited` integer NOT NULL,
	`failed` integer NOT NULL,
	`answered` integer NOT NULL,
	PRIMARY KEY(`program_id`, `day`)
);
--> statement-breakpoint
CREATE TABLE `window_repeats` (
	`program_id` text NOT NULL,
	`day` integer NOT NULL,
	`low` integer NOT NULL,
	`mid` integer NOT NULL,
	`high` integer NOT NULL,
	PRIMARY KEY(`program_id`, `day`)
);
--> statement-breakpoint
CREATE TABLE `api_replays` (
	`api_key_id` text NOT NULL,
	`key` text NOT NULL,
	`request_hash` text NOT NULL,
	`status` integer,
	`body` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`api_key_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `api_replays_expires` ON `api_replays` (`expires_at`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`run_at` integer NOT NULL,
	`attempt` integer NOT NULL,
	`max_attempts` integer NOT NULL,
	`lease_by` text,
	`lease_until` integer,
	`progress` text,
	`last_error` text,
	`created_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_key` ON `jobs` (`key`);--> statement-breakpoint
CREATE INDEX `jobs_state_run` ON `jobs` (`state`,`run_at`);--> statement-breakpoint
CREATE INDEX `jobs_state` ON `jobs` (`state`,`id`);--> statement-breakpoint
CREATE TABLE `schedules` (
	`name` text PRIMARY KEY NOT NULL,
	`cron` text NOT NULL,
	`zone` text NOT NULL,
	`next_run_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `brands` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`colour` text NOT NULL,
	`logo_file_id` text,
	`sender_name` text NOT NULL,
	`reply_to` text
);
--> statement-breakpoint
CREATE TABLE `file_chunks` (
	`file_id` text NOT NULL,
	`n` integer NOT NULL,
	`data` blob NOT NULL,
	PRIMARY KEY(`file_id`, `n`)
);
--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`mime` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer
);
--> statement-breakpoint
CREATE TABLE `organisation` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`postal_address` text NOT NULL,
	`privacy_url` text,
	`zone` text NOT NULL,
	`base_currency` text NOT NULL,
	`fiscal_month` integer NOT NULL,
	`locale` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `response_revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`response_id` text NOT NULL,
	`number` integer NOT NULL,
	`score` integer NOT NULL,
	`comment` text,
	`evidence` text NOT NULL,
	`standing` text NOT NULL,
	`reasons` text NOT NULL,
	`actor` text NOT NULL,
	`at` integer NOT NULL,
	`submission_key` text NOT NULL,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `response_revisions_number` ON `response_revisions` (`response_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `response_revisions_submission` ON `response_revisions` (`submission_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `response_revisions_accepted` ON `response_revisions` (`response_id`) WHERE "response_revisions"."standing" = 'accepted';--> statement-breakpoint
CREATE TABLE `responses` (
	`id` text PRIMARY KEY NOT NULL,
	`invitation_id` text NOT NULL,
	`program_id` text NOT NULL,
	`version_id` text NOT NULL,
	`contact_id` text,
	`account_id` text,
	`state` text NOT NULL,
	`score` integer NOT NULL,
	`class` text NOT NULL,
	`comment` text,
	`language` text NOT NULL,
	`answered_at` integer NOT NULL,
	`day` integer NOT NULL,
	`counts` integer NOT NULL,
	`is_test` integer NOT NULL,
	`tier` text,
	`region` text,
	`industry` text,
	`plan` text,
	`stage` text,
	`department` text,
	`products` text NOT NULL,
	`owner_id` text,
	`arr_base_minor` integer,
	`erased_at` integer,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`program_id`) REFERENCES `programs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `program_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `responses_invitation` ON `responses` (`invitation_id`);--> statement-breakpoint
CREATE INDEX `responses_day` ON `responses` (`day`,`id`);--> statement-breakpoint
CREATE INDEX `responses_program` ON `responses` (`program_id`,`id`);--> statement-breakpoint
CREATE INDEX `responses_account` ON `responses` (`account_id`,`id`);--> statement-breakpoint
CREATE INDEX `responses_contact` ON `responses` (`contact_id`,`id`);--> statement-breakpoint
CREATE INDEX `responses_class` ON `responses` (`class`,`id`);--> statement-breakpoint
CREATE TABLE `touches` (
	`id` text PRIMARY KEY NOT NULL,
	`invitation_id` text NOT NULL,
	`at` integer NOT NULL,
	`method` text NOT NULL,
	`score` integer,
	`network` text NOT NULL,
	`agent_hash` text NOT NULL,
	`flags` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `touches_invitation` ON `touches` (`invitation_id`,`at`);--> statement-breakpoint
CREATE INDEX `touches_at` ON `touches` (`at`);--> statement-breakpoint
CREATE TABLE `program_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`program_id` text NOT NULL,
	`number` integer NOT NULL,
	`content` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`program_id`) REFERENCES `programs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `program_versions_number` ON `program_versions` (`program_id`,`number`);--> statement-breakpoint
CREATE TABLE `programs` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`metric` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`current_version_id` text,
	`brand_id` text NOT NULL,
	`audience` text NOT NULL,
	`case_rule` text NOT NULL,
	`min_interval_days` integer NOT NULL,
	`in_score` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`brand_id`) REFERENCES `brands`(`id`) ON UPDATE no action ON DELETE no action
);
