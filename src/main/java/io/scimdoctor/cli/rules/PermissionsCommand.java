package io.scimdoctor.cli.rules;

import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.Reporter;
import io.scimdoctor.diagnosis.PermissionReport;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.permission.Need;
import io.scimdoctor.report.permission.PermissionBlocks;
import io.scimdoctor.report.permission.PermissionJson;
import io.scimdoctor.token.Claims;
import java.io.IOException;
import java.util.List;

/** Which application role an operation needs, and whether a token holds it; makes no call. */
public final class PermissionsCommand implements Command {
    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        List<String> asked = invocation.list("--for");
        Environment environment = invocation.environment();
        Claims token = HeldRoles.of(invocation, asked.contains("-") ? "--for" : null);
        AskedOperations operations = new AskedOperations(asked, environment.input());
        List<Need> needs = operations.needs();
        PermissionReport report = PermissionReport.of(needs, token, environment.now(), operations.skipped());
        Reporter reporter = invocation.reporter();
        PermissionBlocks blocks = new PermissionBlocks(report);
        Outputs.judged(
                reporter,
                // Without a token nothing is judged, and the matrix is always told.
                token == null ? ExitCode.NO_VERDICT : report.verdict().exitCode(),
                target -> PermissionJson.write(report, target),
                blocks::lines,
                blocks::write);
        return report.verdict().exitCode();
    }
}
