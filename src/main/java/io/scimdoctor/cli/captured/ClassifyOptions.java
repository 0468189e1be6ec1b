package io.scimdoctor.cli.captured;

import io.scimdoctor.capture.Hints;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.diagnosis.DiagnosisContext;
import io.scimdoctor.finding.FailureRules;
import io.scimdoctor.finding.Stopped;
import java.io.IOException;
import java.util.List;

/**
 * The options of {@code classify}.
 *
 * @param names files, folders, patterns, or {@code -} for standard input
 * @param hints what the user says about the answers
 * @param context what the diagnosis may use beside them
 * @param kql whether a query is printed instead of reading files
 */
record ClassifyOptions(
        List<String> names,
        Hints hints,
        DiagnosisContext context,
        ClassifyScope scope,
        FailureRules rules,
        boolean kql,
        boolean stats) {
    static ClassifyOptions of(Invocation invocation) throws IOException {
        List<String> names = invocation.parameters();
        boolean kql = invocation.flag("--kql");
        if (kql && !names.isEmpty()) {
            throw Stopped.usage("--kql reads no files", "leave the files out, or leave --kql out");
        }
        return new ClassifyOptions(
                names.isEmpty() ? List.of("-") : names,
                CaptureHints.of(invocation),
                CaptureHints.context(invocation),
                ClassifyScope.of(invocation),
                invocation.failureRules(),
                kql,
                invocation.flag("--stats"));
    }
}
