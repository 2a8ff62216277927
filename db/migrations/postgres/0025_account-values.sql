CREATE INDEX "accounts_tier" ON "accounts" USING btree ("tier");--> statement-breakpoint
CREATE INDEX "accounts_region" ON "accounts" USING btree ("region");--> statement-breakpoint
CREATE INDEX "accounts_industry" ON "accounts" USING btree ("industry");--> statement-breakpoint
CREATE INDEX "accounts_stage" ON "accounts" USING btree ("stage");