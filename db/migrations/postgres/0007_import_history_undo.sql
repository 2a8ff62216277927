CREATE TABLE "import_kept" (
	"import_id" text NOT NULL,
	"subject_id" text NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "import_kept_import_id_subject_id_pk" PRIMARY KEY("import_id","subject_id")
);
--> statement-breakpoint
CREATE TABLE "import_steps" (
	"import_id" text NOT NULL,
	"from_line" integer NOT NULL,
	"at" bigint NOT NULL,
	"data" text NOT NULL,
	CONSTRAINT "import_steps_import_id_from_line_pk" PRIMARY KEY("import_id","from_line")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "properties" jsonb;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "options" jsonb;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "header_key" text;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "undo" jsonb;--> statement-breakpoint
ALTER TABLE "import_kept" ADD CONSTRAINT "import_kept_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_steps" ADD CONSTRAINT "import_steps_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_steps_at" ON "import_steps" USING btree ("at");--> statement-breakpoint
CREATE INDEX "imports_header" ON "imports" USING btree ("header_key","id") WHERE "imports"."header_key" is not null;