package io.scimdoctor.report.lint;

import io.scimdoctor.capture.source.Source;
import io.scimdoctor.check.CheckReport;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.diagnosis.Intent;
import io.scimdoctor.diagnosis.Shares;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.lint.rule.Limit;
import io.scimdoctor.permission.Need;
import io.scimdoctor.permission.RoleReview;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.diagnosis.DiagnosisJson;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.permission.PermissionJson;
import io.scimdoctor.report.permission.PermissionReport;
import io.scimdoctor.report.permission.PermissionText;
import io.scimdoctor.scim.PatchChange;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import io.scimdoctor.token.Claims;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run that an application is going to make: its calls, the roles that they need, and the limits that they come near. */
public final class Rehearsal {
    private static final int TOLD_APART = 20;

    private final @Nullable Claims token;
    private final Instant now;
    private final Shares endpoints = new Shares(TOLD_APART);
    private final Map<Need, Long> needs = new LinkedHashMap<>();
    private final Map<Limit, Amount> limits = new EnumMap<>(Limit.class);
    private long calls;
    private long unserved;

    /** How much of something the run has at most in one call, where, and in how many calls it is too much. */
    private record Amount(long most, Source source, long over) {}

    /** @param token what the roles are held against, or null */
    public Rehearsal(@Nullable Claims token, Instant now) {
        this.token = token;
        this.now = now;
    }

    void add(SentRequest request, Source source) {
        calls++;
        endpoints.add(ExchangeFacts.endpoint(request), 1);
        List<Need> own = Intent.of(request);
        own.forEach(need -> needs.merge(need, 1L, Long::sum));
        unserved += own.isEmpty() ? 1 : 0;
        String method = String.valueOf(request.method());
        ScimUrl url = ScimUrl.parse(String.valueOf(request.url()));
        boolean read = method.equals("GET") || method.equals("HEAD");
        if (!read) {
            Amount known = limits.get(Limit.WRITES);
            meets(Limit.WRITES, known == null ? 1 : known.most() + 1, source);
        } else if (url.kind().isDirectory()) {
            url.parameter("count")
                    .filter(count -> count.value().matches("\\d{1,9}"))
                    .ifPresent(count -> meets(
                            url.kind() == ResourceKind.USERS ? Limit.USERS_IN_A_PAGE : Limit.GROUPS_IN_A_PAGE,
                            Long.parseLong(count.value()),
                            source));
        }
        if (method.equals("PATCH") && url.kind() == ResourceKind.GROUPS && request.body() != null) {
            long members = 0;
            for (PatchChange change :
                    PatchChange.of(Json.readLeniently(request.body()).node())) {
                boolean added = change.is("add") && change.isMembers();
                members += added ? Math.max(1, change.value().size()) : 0;
            }
            if (members > 0) {
                meets(Limit.MEMBERS_ADDED, members, source);
            }
        }
    }

    private void meets(Limit limit, long amount, Source source) {
        long over = amount > limit.most() ? 1 : 0;
        limits.merge(
                limit,
                new Amount(amount, source, over),
                (known, more) -> new Amount(
                        Math.max(known.most(), amount),
                        known.over() > 0 || over == 0 && known.most() >= amount ? known.source() : source,
                        known.over() + over));
    }

    private @Nullable PermissionReport permissions() {
        return needs.isEmpty() ? null : PermissionReport.of(new ArrayList<>(needs.keySet()), token, now, unserved);
    }

    /** Whether the roles that are held are too few. */
    boolean isRefused() {
        PermissionReport report = permissions();
        return report != null && report.verdict().exitCode() == ExitCode.PROBLEM;
    }

    List<Block> blocks(Audience audience) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Section(
                "Calls",
                Block.Facts.NONE
                        .and("Calls", Amounts.number(calls))
                        .and("Of these", calls == 0 ? null : Amounts.shares(endpoints.list(), endpoints, TOLD_APART))
                        .and("Not served", unserved == 0 ? null : Amounts.many(unserved, "call"))
                        .and(
                                "Cost",
                                "about USD "
                                        + CheckReport.price(calls)
                                                .stripTrailingZeros()
                                                .toPlainString()
                                        + " by the price of March 2026 when every call is"
                                        + " answered with 2xx or 404; others are probably not billed")));
        List<List<String>> met = new ArrayList<>();
        limits.forEach((limit, amount) -> met.add(row(limit, amount, audience)));
        blocks.addAll(
                Block.Table.section("Limits", List.of("At most", "Limit", "This run", "Too many in", "First"), met));
        Amount writes = limits.get(Limit.WRITES);
        if (writes != null && writes.over() > 0) {
            // What a first burst does not take waits for the next interval.
            long minutes = (writes.most() - 1) / Limit.WRITES.most() * 5 / 2;
            blocks.add(new Block.Paragraph("That many writes take " + minutes + " minutes or more: the limit is that of"
                    + " Microsoft Graph, which probably holds here; heed Retry-After."));
        }
        PermissionReport report = permissions();
        if (report != null) {
            blocks.add(new Block.Section("Roles", operations(report), PermissionText.conclusion(report, audience)));
        }
        return blocks;
    }

    private static List<String> row(Limit limit, Amount amount, Audience audience) {
        boolean each = limit != Limit.WRITES;
        return List.of(
                limit.words(),
                Amounts.number(limit.most()),
                Amounts.number(amount.most()) + (each ? "" : " in all"),
                each && amount.over() > 0 ? Amounts.many(amount.over(), "call") : "",
                each ? LintText.place(amount.source(), audience) : "");
    }

    private Block operations(PermissionReport report) {
        List<List<String>> rows = new ArrayList<>();
        for (RoleReview.Item item : report.review().items()) {
            Long count = needs.get(item.need());
            List<String> row = new ArrayList<>(
                    List.of(item.need().operation().request(), Amounts.number(count == null ? 0 : count)));
            row.add(
                    item.standing() == null
                            ? item.need().oneOf()
                            : item.missing().isEmpty() ? "nothing" : String.join(" and ", item.missing()));
            rows.add(row);
        }
        String column = report.token() == null ? "Needs" : "Missing";
        return new Block.Table("Roles", List.of("Operation", "Calls", column), rows);
    }

    static void json(JsonWriter json, Rehearsal run) throws IOException {
        json.list(
                        "endpoints",
                        run.endpoints.list(),
                        (each, share) -> each.field("id", share.text()).field("count", share.count()))
                .field("other", run.endpoints.other())
                .field("unserved", run.unserved)
                .list("limits", run.limits.entrySet(), (each, met) -> {
                    each.field(
                                    "id",
                                    met.getKey().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .field("limit", met.getKey().most())
                            .field("most", met.getValue().most())
                            .field("over", met.getValue().over());
                    DiagnosisJson.source(each, met.getValue().source());
                })
                .field("permissions", run.permissions(), PermissionJson::content);
        Documents.billing(json, run.calls, run.calls);
    }
}
