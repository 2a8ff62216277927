CREATE TABLE "consents" (
	"id" text PRIMARY KEY NOT NULL,
	"party" text NOT NULL,
	"ask_type" text NOT NULL,
	"text_version" text NOT NULL,
	"state" text NOT NULL,
	"source" text NOT NULL,
	"response_id" text,
	"at" bigint NOT NULL,
	"expires_at" bigint,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "suggestions" (
	"id" text PRIMARY KEY NOT NULL,
	"invitation_id" text NOT NULL,
	"account_id" text,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"state" text NOT NULL,
	"contact_id" text,
	"decided_by" text,
	"decided_at" bigint,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clicks" (
	"invitation_id" text PRIMARY KEY NOT NULL,
	"program_id" text NOT NULL,
	"score" integer NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "response_answers" (
	"response_id" text NOT NULL,
	"question_id" text NOT NULL,
	"value" jsonb NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "response_answers_response_id_question_id_pk" PRIMARY KEY("response_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "program_doors" (
	"id" text PRIMARY KEY NOT NULL,
	"program_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"gen" integer NOT NULL,
	"origins" jsonb NOT NULL,
	"secret" text,
	"per_hour" integer NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_people" ADD COLUMN "wish" text;--> statement-breakpoint
ALTER TABLE "case_people" ADD COLUMN "wish_when" text;--> statement-breakpoint
ALTER TABLE "case_people" ADD COLUMN "wish_phone" text;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "declined" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "kept_from" text;--> statement-breakpoint
ALTER TABLE "touches" ADD COLUMN "program_id" text;--> statement-breakpoint
ALTER TABLE "touches" ADD COLUMN "kind" text DEFAULT 'person' NOT NULL;--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "integrity" text DEFAULT 'balanced' NOT NULL;--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "change_days" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clicks" ADD CONSTRAINT "clicks_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_answers" ADD CONSTRAINT "response_answers_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program_doors" ADD CONSTRAINT "program_doors_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "consents_given" ON "consents" USING btree ("party","ask_type") WHERE "consents"."state" = 'given';--> statement-breakpoint
CREATE INDEX "consents_party" ON "consents" USING btree ("party","id");--> statement-breakpoint
CREATE UNIQUE INDEX "suggestions_invitation" ON "suggestions" USING btree ("invitation_id");--> statement-breakpoint
CREATE INDEX "suggestions_account" ON "suggestions" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "suggestions_waiting" ON "suggestions" USING btree ("at") WHERE "suggestions"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "clicks_program" ON "clicks" USING btree ("program_id","at");--> statement-breakpoint
CREATE INDEX "program_doors_program" ON "program_doors" USING btree ("program_id","id");--> statement-breakpoint
CREATE INDEX "touches_kind" ON "touches" USING btree ("program_id","kind","at");