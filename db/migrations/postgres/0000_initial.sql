CREATE TABLE "api_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"secret_hash" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"used_at" bigint,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"secret_hash" text NOT NULL,
	"user_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"seen_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"ended_at" bigint,
	"device" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"lead_id" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_roles" (
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "user_roles_user_id_role_pk" PRIMARY KEY("user_id","role")
);
--> statement-breakpoint
CREATE TABLE "user_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"secret_hash" text NOT NULL,
	"user_id" text,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"name" text NOT NULL,
	"locale" text NOT NULL,
	"zone" text,
	"password_hash" text,
	"state" text NOT NULL,
	"team_id" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"external_id" text,
	"domain" text,
	"parent_id" text,
	"industry" text,
	"region" text,
	"plan" text,
	"tier" text,
	"stage" text,
	"products" jsonb NOT NULL,
	"arr_minor" bigint,
	"currency" text,
	"arr_base_minor" bigint,
	"started_on" text,
	"renewal_on" text,
	"owner_id" text,
	"health" text NOT NULL,
	"is_internal" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text,
	"external_id" text,
	"email" text,
	"email_key" text,
	"name" text NOT NULL,
	"name_key" text DEFAULT '' NOT NULL,
	"search_key" text NOT NULL,
	"name_kana" text,
	"phone" text,
	"title" text,
	"department" text,
	"role" text,
	"language" text,
	"zone" text,
	"is_test" boolean NOT NULL,
	"is_shared" boolean NOT NULL,
	"state" text NOT NULL,
	"last_invited_at" bigint,
	"last_answered_at" bigint,
	"last_class" text,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "holds" (
	"id" text PRIMARY KEY NOT NULL,
	"subject_key" text NOT NULL,
	"reason" text NOT NULL,
	"ref_id" text NOT NULL,
	"at" bigint NOT NULL,
	"until" bigint
);
--> statement-breakpoint
CREATE TABLE "import_rejects" (
	"import_id" text NOT NULL,
	"line" integer NOT NULL,
	"reasons" jsonb NOT NULL,
	"raw" text NOT NULL,
	CONSTRAINT "import_rejects_import_id_line_pk" PRIMARY KEY("import_id","line")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"file_id" text NOT NULL,
	"file_name" text NOT NULL,
	"encoding" text,
	"delimiter" text,
	"mapping" jsonb NOT NULL,
	"state" text NOT NULL,
	"counts" jsonb,
	"applied" jsonb,
	"job_id" text,
	"applied_lines" integer NOT NULL,
	"error" jsonb,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "advocates" (
	"contact_id" text PRIMARY KEY NOT NULL,
	"account_id" text,
	"state" text NOT NULL,
	"response_id" text NOT NULL,
	"nominated_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"type" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"account_id" text,
	"contact_id" text,
	"data" jsonb NOT NULL,
	"dispatched_at" bigint
);
--> statement-breakpoint
CREATE TABLE "case_answers" (
	"response_id" text NOT NULL,
	"case_person_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "case_answers_response_id_case_person_id_pk" PRIMARY KEY("response_id","case_person_id")
);
--> statement-breakpoint
CREATE TABLE "case_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"kind" text NOT NULL,
	"author_id" text NOT NULL,
	"text" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_people" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"contact_id" text,
	"response_id" text NOT NULL,
	"state" text NOT NULL,
	"reply_due_at" bigint NOT NULL,
	"replied_at" bigint
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" text PRIMARY KEY NOT NULL,
	"subject_key" text NOT NULL,
	"account_id" text,
	"state" text NOT NULL,
	"owner_id" text NOT NULL,
	"severity" text NOT NULL,
	"opened_at" bigint NOT NULL,
	"reply_due_at" bigint NOT NULL,
	"rank_at" bigint NOT NULL,
	"claimed_at" bigint,
	"contacted_at" bigint,
	"cause" text,
	"action" text,
	"resolved_at" bigint,
	"closed_at" bigint,
	"close_kind" text,
	"reopened" integer NOT NULL,
	"lock_version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"program_id" text NOT NULL,
	"version_id" text NOT NULL,
	"wave_id" text,
	"contact_id" text,
	"account_id" text,
	"channel" text NOT NULL,
	"occasion" text NOT NULL,
	"respondent_key" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"due_at" bigint NOT NULL,
	"sent_day" integer,
	"sent_at" bigint,
	"expires_at" bigint NOT NULL,
	"answered_at" bigint,
	"owner_at_send" text,
	"language" text NOT NULL,
	"gen" integer NOT NULL,
	"is_test" boolean NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outreach" (
	"id" text PRIMARY KEY NOT NULL,
	"contact_id" text NOT NULL,
	"account_id" text,
	"kind" text NOT NULL,
	"program_id" text,
	"ref_id" text NOT NULL,
	"at" bigint NOT NULL,
	"cancelled_at" bigint
);
--> statement-breakpoint
CREATE TABLE "preferences" (
	"contact_id" text NOT NULL,
	"scope" text NOT NULL,
	"choice" text NOT NULL,
	"at" bigint NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "preferences_contact_id_scope_pk" PRIMARY KEY("contact_id","scope")
);
--> statement-breakpoint
CREATE TABLE "waves" (
	"id" text PRIMARY KEY NOT NULL,
	"program_id" text NOT NULL,
	"version_id" text NOT NULL,
	"launch_key" text NOT NULL,
	"state" text NOT NULL,
	"counts" jsonb,
	"planned_up_to" text,
	"launched_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "message_bodies" (
	"message_id" text PRIMARY KEY NOT NULL,
	"from" text NOT NULL,
	"reply_to" text,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"headers" jsonb NOT NULL,
	"expires_at" bigint
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"stream" text NOT NULL,
	"template" text NOT NULL,
	"payload" jsonb NOT NULL,
	"contact_id" text,
	"user_id" text,
	"to_email" text NOT NULL,
	"to_hmac" text NOT NULL,
	"ref_kind" text NOT NULL,
	"ref_id" text NOT NULL,
	"state" text NOT NULL,
	"delivery" text NOT NULL,
	"batch_id" text,
	"provider" text,
	"provider_id" text,
	"due_at" bigint NOT NULL,
	"attempt" integer NOT NULL,
	"lease_by" text,
	"lease_until" bigint,
	"first_try_at" bigint,
	"sent_at" bigint,
	"stop_reason" text,
	"last_error" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provider_events" (
	"id" text PRIMARY KEY NOT NULL,
	"provider_event_id" text NOT NULL,
	"type" text NOT NULL,
	"provider_id" text NOT NULL,
	"message_id" text,
	"detail" text,
	"at" bigint NOT NULL,
	"applied_at" bigint
);
--> statement-breakpoint
CREATE TABLE "send_batches" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"transport" text DEFAULT 'resend' NOT NULL,
	"state" text NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"due_at" bigint DEFAULT 0 NOT NULL,
	"lease_by" text,
	"lease_until" bigint,
	"first_try_at" bigint DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"id" text PRIMARY KEY NOT NULL,
	"to_hmac" text NOT NULL,
	"email" text,
	"reason" text NOT NULL,
	"source" text NOT NULL,
	"at" bigint NOT NULL,
	"lifted_at" bigint,
	"lifted_by" text,
	"lift_reason" text
);
--> statement-breakpoint
CREATE TABLE "transports" (
	"name" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"resume_at" bigint,
	"changed_at" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "repeated_answers" (
	"response_id" text PRIMARY KEY NOT NULL,
	"program_id" text NOT NULL,
	"next_day" integer NOT NULL,
	"day" integer NOT NULL,
	"class" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "score_deltas" (
	"id" text PRIMARY KEY NOT NULL,
	"response_id" text NOT NULL,
	"program_id" text NOT NULL,
	"day" integer NOT NULL,
	"tier" text,
	"region" text,
	"industry" text,
	"plan" text,
	"stage" text,
	"owner_id" text,
	"language" text NOT NULL,
	"products" jsonb NOT NULL,
	"n" integer NOT NULL,
	"low" integer NOT NULL,
	"mid" integer NOT NULL,
	"high" integer NOT NULL,
	"sum" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scores" (
	"program_id" text NOT NULL,
	"day" integer NOT NULL,
	"dim" text NOT NULL,
	"value" text NOT NULL,
	"n" integer NOT NULL,
	"low" integer NOT NULL,
	"mid" integer NOT NULL,
	"high" integer NOT NULL,
	"sum" integer NOT NULL,
	CONSTRAINT "scores_program_id_day_dim_value_pk" PRIMARY KEY("program_id","day","dim","value")
);
--> statement-breakpoint
CREATE TABLE "send_deltas" (
	"id" text PRIMARY KEY NOT NULL,
	"program_id" text NOT NULL,
	"day" integer NOT NULL,
	"invited" integer NOT NULL,
	"failed" integer NOT NULL,
	"answered" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sends" (
	"program_id" text NOT NULL,
	"day" integer NOT NULL,
	"invited" integer NOT NULL,
	"failed" integer NOT NULL,
	"answered" integer NOT NULL,
	CONSTRAINT "sends_program_id_day_pk" PRIMARY KEY("program_id","day")
);
--> statement-breakpoint
CREATE TABLE "window_repeats" (
	"program_id" text NOT NULL,
	"day" integer NOT NULL,
	"low" integer NOT NULL,
	"mid" integer NOT NULL,
	"high" integer NOT NULL,
	CONSTRAINT "window_repeats_program_id_day_pk" PRIMARY KEY("program_id","day")
);
--> statement-breakpoint
CREATE TABLE "api_replays" (
	"api_key_id" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"body" text,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	CONSTRAINT "api_replays_api_key_id_key_pk" PRIMARY KEY("api_key_id","key")
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"payload" jsonb NOT NULL,
	"state" text NOT NULL,
	"run_at" bigint NOT NULL,
	"attempt" integer NOT NULL,
	"max_attempts" integer NOT NULL,
	"lease_by" text,
	"lease_until" bigint,
	"progress" jsonb,
	"last_error" text,
	"created_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "schedules" (
	"name" text PRIMARY KEY NOT NULL,
	"cron" text NOT NULL,
	"zone" text NOT NULL,
	"next_run_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "brands" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"colour" text NOT NULL,
	"logo_file_id" text,
	"sender_name" text NOT NULL,
	"reply_to" text
);
--> statement-breakpoint
CREATE TABLE "file_chunks" (
	"file_id" text NOT NULL,
	"n" integer NOT NULL,
	"data" "bytea" NOT NULL,
	CONSTRAINT "file_chunks_file_id_n_pk" PRIMARY KEY("file_id","n")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"mime" text NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"postal_address" text NOT NULL,
	"privacy_url" text,
	"zone" text NOT NULL,
	"base_currency" text NOT NULL,
	"fiscal_month" integer NOT NULL,
	"locale" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "response_revisions" (
	"id" text PRIMARY KEY NOT NULL,
	"response_id" text NOT NULL,
	"number" integer NOT NULL,
	"score" integer NOT NULL,
	"comment" text,
	"evidence" text NOT NULL,
	"standing" text NOT NULL,
	"reasons" jsonb NOT NULL,
	"actor" text NOT NULL,
	"at" bigint NOT NULL,
	"submission_key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"id" text PRIMARY KEY NOT NULL,
	"invitation_id" text NOT NULL,
	"program_id" text NOT NULL,
	"version_id" text NOT NULL,
	"contact_id" text,
	"account_id" text,
	"state" text NOT NULL,
	"score" integer NOT NULL,
	"class" text NOT NULL,
	"comment" text,
	"language" text NOT NULL,
	"answered_at" bigint NOT NULL,
	"day" integer NOT NULL,
	"counts" boolean NOT NULL,
	"is_test" boolean NOT NULL,
	"tier" text,
	"region" text,
	"industry" text,
	"plan" text,
	"stage" text,
	"department" text,
	"products" jsonb NOT NULL,
	"owner_id" text,
	"arr_base_minor" bigint,
	"erased_at" bigint
);
--> statement-breakpoint
CREATE TABLE "touches" (
	"id" text PRIMARY KEY NOT NULL,
	"invitation_id" text NOT NULL,
	"at" bigint NOT NULL,
	"method" text NOT NULL,
	"score" integer,
	"network" text NOT NULL,
	"agent_hash" text NOT NULL,
	"flags" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "program_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"program_id" text NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "programs" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"metric" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"current_version_id" text,
	"brand_id" text NOT NULL,
	"audience" jsonb NOT NULL,
	"case_rule" jsonb NOT NULL,
	"min_interval_days" integer NOT NULL,
	"in_score" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_tokens" ADD CONSTRAINT "user_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rejects" ADD CONSTRAINT "import_rejects_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advocates" ADD CONSTRAINT "advocates_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_answers" ADD CONSTRAINT "case_answers_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_answers" ADD CONSTRAINT "case_answers_case_person_id_case_people_id_fk" FOREIGN KEY ("case_person_id") REFERENCES "public"."case_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_entries" ADD CONSTRAINT "case_entries_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_people" ADD CONSTRAINT "case_people_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_people" ADD CONSTRAINT "case_people_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_people" ADD CONSTRAINT "case_people_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_version_id_program_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."program_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waves" ADD CONSTRAINT "waves_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waves" ADD CONSTRAINT "waves_version_id_program_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."program_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_bodies" ADD CONSTRAINT "message_bodies_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_revisions" ADD CONSTRAINT "response_revisions_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_version_id_program_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."program_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_versions" ADD CONSTRAINT "program_versions_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programs" ADD CONSTRAINT "programs_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_secret" ON "api_keys" USING btree ("secret_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_secret" ON "sessions" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id") WHERE "sessions"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "user_tokens_secret" ON "user_tokens" USING btree ("secret_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree ("email_key");--> statement-breakpoint
CREATE INDEX "users_team" ON "users" USING btree ("team_id");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_external_id" ON "accounts" USING btree ("external_id") WHERE "accounts"."external_id" is not null;--> statement-breakpoint
CREATE INDEX "accounts_name_key" ON "accounts" USING btree ("name_key","id");--> statement-breakpoint
CREATE INDEX "accounts_domain" ON "accounts" USING btree ("domain") WHERE "accounts"."domain" is not null;--> statement-breakpoint
CREATE INDEX "accounts_owner" ON "accounts" USING btree ("owner_id","name_key");--> statement-breakpoint
CREATE INDEX "accounts_renewal" ON "accounts" USING btree ("renewal_on","id");--> statement-breakpoint
CREATE INDEX "accounts_arr" ON "accounts" USING btree ("arr_base_minor","id");--> statement-breakpoint
CREATE INDEX "accounts_updated" ON "accounts" USING btree ("updated_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_email_key" ON "contacts" USING btree ("email_key") WHERE "contacts"."email_key" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_external_id" ON "contacts" USING btree ("external_id") WHERE "contacts"."external_id" is not null;--> statement-breakpoint
CREATE INDEX "contacts_account" ON "contacts" USING btree ("account_id","name_key","id");--> statement-breakpoint
CREATE INDEX "contacts_search" ON "contacts" USING btree ("search_key","id");--> statement-breakpoint
CREATE UNIQUE INDEX "holds_subject" ON "holds" USING btree ("subject_key","reason","ref_id");--> statement-breakpoint
CREATE INDEX "advocates_state" ON "advocates" USING btree ("state","nominated_at");--> statement-breakpoint
CREATE INDEX "events_undispatched" ON "events" USING btree ("id") WHERE "events"."dispatched_at" is null;--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("subject_kind","subject_id","id");--> statement-breakpoint
CREATE INDEX "events_account" ON "events" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "events_contact" ON "events" USING btree ("contact_id","id");--> statement-breakpoint
CREATE INDEX "case_entries_case" ON "case_entries" USING btree ("case_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_people_contact" ON "case_people" USING btree ("case_id","contact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_open_subject" ON "cases" USING btree ("subject_key") WHERE "cases"."state" <> 'closed';--> statement-breakpoint
CREATE INDEX "cases_rank" ON "cases" USING btree ("rank_at","id") WHERE "cases"."state" <> 'closed';--> statement-breakpoint
CREATE INDEX "cases_owner" ON "cases" USING btree ("owner_id","rank_at") WHERE "cases"."state" <> 'closed';--> statement-breakpoint
CREATE INDEX "cases_account" ON "cases" USING btree ("account_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_occasion" ON "invitations" USING btree ("program_id","respondent_key","occasion");--> statement-breakpoint
CREATE INDEX "invitations_wave" ON "invitations" USING btree ("wave_id","state","id");--> statement-breakpoint
CREATE INDEX "invitations_answered" ON "invitations" USING btree ("wave_id") WHERE "invitations"."answered_at" is not null;--> statement-breakpoint
CREATE INDEX "invitations_contact" ON "invitations" USING btree ("contact_id","id");--> statement-breakpoint
CREATE INDEX "invitations_due" ON "invitations" USING btree ("due_at") WHERE "invitations"."state" in ('planned', 'deferred');--> statement-breakpoint
CREATE UNIQUE INDEX "outreach_ref" ON "outreach" USING btree ("kind","ref_id");--> statement-breakpoint
CREATE INDEX "outreach_contact" ON "outreach" USING btree ("contact_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "waves_launch_key" ON "waves" USING btree ("launch_key");--> statement-breakpoint
CREATE INDEX "waves_program" ON "waves" USING btree ("program_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "waves_open" ON "waves" USING btree ("program_id") WHERE "waves"."state" in ('planning', 'ready', 'sending', 'paused');--> statement-breakpoint
CREATE INDEX "message_bodies_expiry" ON "message_bodies" USING btree ("expires_at") WHERE "message_bodies"."expires_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "messages_key" ON "messages" USING btree ("key");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_provider_id" ON "messages" USING btree ("provider_id") WHERE "messages"."provider_id" is not null;--> statement-breakpoint
CREATE INDEX "messages_state_due" ON "messages" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "messages_state" ON "messages" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "messages_ref" ON "messages" USING btree ("ref_kind","ref_id");--> statement-breakpoint
CREATE INDEX "messages_to" ON "messages" USING btree ("to_hmac","id");--> statement-breakpoint
CREATE INDEX "messages_batch" ON "messages" USING btree ("batch_id") WHERE "messages"."batch_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "provider_events_event" ON "provider_events" USING btree ("provider_event_id");--> statement-breakpoint
CREATE INDEX "provider_events_waiting" ON "provider_events" USING btree ("provider_id") WHERE "provider_events"."applied_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "send_batches_key" ON "send_batches" USING btree ("key");--> statement-breakpoint
CREATE INDEX "send_batches_due" ON "send_batches" USING btree ("due_at") WHERE "send_batches"."state" = 'sending';--> statement-breakpoint
CREATE UNIQUE INDEX "suppressions_live" ON "suppressions" USING btree ("to_hmac") WHERE "suppressions"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "suppressions_at" ON "suppressions" USING btree ("at");--> statement-breakpoint
CREATE INDEX "scores_dim" ON "scores" USING btree ("dim","value","day");--> statement-breakpoint
CREATE INDEX "scores_all" ON "scores" USING btree ("day","program_id","low","mid","high") WHERE "scores"."dim" = 'all';--> statement-breakpoint
CREATE INDEX "api_replays_expires" ON "api_replays" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_key" ON "jobs" USING btree ("key");--> statement-breakpoint
CREATE INDEX "jobs_state_run" ON "jobs" USING btree ("state","run_at");--> statement-breakpoint
CREATE INDEX "jobs_state" ON "jobs" USING btree ("state","id");--> statement-breakpoint
CREATE UNIQUE INDEX "response_revisions_number" ON "response_revisions" USING btree ("response_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "response_revisions_submission" ON "response_revisions" USING btree ("submission_key");--> statement-breakpoint
CREATE UNIQUE INDEX "response_revisions_accepted" ON "response_revisions" USING btree ("response_id") WHERE "response_revisions"."standing" = 'accepted';--> statement-breakpoint
CREATE UNIQUE INDEX "responses_invitation" ON "responses" USING btree ("invitation_id");--> statement-breakpoint
CREATE INDEX "responses_day" ON "responses" USING btree ("day","id");--> statement-breakpoint
CREATE INDEX "responses_program" ON "responses" USING btree ("program_id","id");--> statement-breakpoint
CREATE INDEX "responses_account" ON "responses" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "responses_contact" ON "responses" USING btree ("contact_id","id");--> statement-breakpoint
CREATE INDEX "responses_class" ON "responses" USING btree ("class","id");--> statement-breakpoint
CREATE INDEX "touches_invitation" ON "touches" USING btree ("invitation_id","at");--> statement-breakpoint
CREATE INDEX "touches_at" ON "touches" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "program_versions_number" ON "program_versions" USING btree ("program_id","number");