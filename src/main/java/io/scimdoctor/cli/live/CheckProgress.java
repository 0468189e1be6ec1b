package io.scimdoctor.cli.live;

import io.scimdoctor.check.CheckEnvironment;
import io.scimdoctor.check.CheckInfo;
import io.scimdoctor.check.CheckResult;
import io.scimdoctor.cli.process.ProgressLine;

/** Shows each call of a check while it runs. */
record CheckProgress(ProgressLine line) implements CheckEnvironment.Observer {
    @Override
    public void calling(String probe, String method) {
        line.show(method + " " + probe + " …");
    }

    @Override
    public void finished(CheckInfo check, CheckResult result) {
        line.show(check.id());
    }
}
