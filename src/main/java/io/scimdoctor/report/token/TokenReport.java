package io.scimdoctor.report.token;

import io.scimdoctor.check.RecordedCall;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.FailureRules;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Severity;
import io.scimdoctor.finding.Status;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.token.TokenReading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decoded and judged token, or why there is none.
 *
 * @param notes what stood around the token
 * @param reading null when the token endpoint gave none
 * @param now the clock it was judged by
 */
public record TokenReport(
        Origin origin, List<String> notes, @Nullable TokenReading reading, List<Finding> findings, Instant now) {
    /**
     * Where a token comes from.
     *
     * @param file the file as the user named it, or what stands in its place
     * @param requests the calls that were made for it
     * @param simulated whether the simulator in this process issued it
     */
    public record Origin(String file, List<RecordedCall> requests, boolean simulated) {}

    /** Why the signature is never called verified. Source: "Access tokens in the Microsoft identity platform". */
    public static final String SIGNATURE =
            "not verified: tokens for Microsoft Graph carry a nonce that is hashed before signing, so nobody but Graph can"
                    + " check them";

    /** A short name for what was found. */
    public String form() {
        if (reading == null) {
            return "none";
        }
        if (reading instanceof TokenReading.Decoded) {
            return "jwt";
        }
        if (reading instanceof TokenReading.Encrypted) {
            return "encrypted";
        }
        return reading instanceof TokenReading.Opaque ? "opaque" : "broken";
    }

    /** The first of the gravest findings, or null. */
    public @Nullable Finding leading() {
        return Finding.gravest(findings);
    }

    public Verdict verdict(FailureRules rules) {
        Finding leading = leading();
        boolean problem = false;
        for (Finding finding : findings) {
            problem |= rules.counts(finding);
        }
        boolean cut = leading != null && leading.id().equals("deadline-exceeded");
        ExitCode code = cut ? ExitCode.NO_VERDICT : problem ? ExitCode.PROBLEM : ExitCode.HEALTHY;
        if (leading == null || leading.severity() == Severity.INFO) {
            String id = leading == null ? null : leading.id();
            return new Verdict(Status.PASS, id, "The token is in order for Microsoft Graph", null, code);
        }
        Status status = cut ? Status.UNKNOWN : leading.severity() == Severity.FAIL ? Status.FAIL : Status.WARN;
        return new Verdict(status, leading.id(), leading.title(), leading.owner(), code);
    }
}
