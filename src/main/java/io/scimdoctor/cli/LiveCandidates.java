package io.scimdoctor.cli;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.State;
import io.scimdoctor.cli.settings.Configured;
import io.scimdoctor.config.ConfigFile;
import io.scimdoctor.config.ConfigReader;
import io.scimdoctor.config.Configuration;
import io.scimdoctor.config.UserFolder;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.finding.Verdict;
import io.scimdoctor.manual.Candidate;
import io.scimdoctor.manual.Candidates;
import io.scimdoctor.manual.Value;
import io.scimdoctor.permission.Operation;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunStore;
import io.scimdoctor.simulator.scenario.Scenarios;
import io.scimdoctor.watch.keep.WatchFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What there is to choose from: in the catalogue, in the simulator, and among what this user recorded. */
public record LiveCandidates(Environment environment) implements Candidates {
    /** More runs than these nobody tells apart in a list. */
    private static final int MOST_RUNS = 50;

    @Override
    public List<Candidate> of(Value value) {
        return switch (value) {
            case FINDING ->
                offers(Catalog.load().conditions(), condition -> new Candidate(condition.id(), condition.title()));
            case SCENARIO -> offers(Scenarios.all(), scenario -> new Candidate(scenario.name(), scenario.title()));
            case OPERATION ->
                offers(List.of(Operation.values()), operation -> new Candidate(operation.slug(), operation.title()));
            case METHOD -> Candidate.list("method");
            case RUN -> quietly(this::runs);
            case WATCH -> quietly(this::watches);
            case PROFILE -> quietly(this::profiles);
            case TEXT, CHOICE, FORMAT, FILE -> List.of();
        };
    }

    private static <T> List<Candidate> offers(List<T> things, Function<T, Candidate> offer) {
        return things.stream().map(offer).toList();
    }

    /** A list that is read from files. */
    private interface Kept {
        List<Candidate> list() throws IOException;
    }

    /** Completion stays silent about trouble; the command itself reports it. */
    private static List<Candidate> quietly(Kept kept) {
        try {
            return kept.list();
        } catch (IOException | UncheckedIOException | Stopped e) {
            return List.of();
        }
    }

    private List<Candidate> runs() {
        List<Candidate> runs = new ArrayList<>();
        for (RunStore.Entry entry :
                State.runs(environment).map(store -> store.list(MOST_RUNS)).orElse(List.of())) {
            Run run = entry.run();
            if (run != null) {
                String time =
                        entry.recordedAt() == null ? "" : entry.recordedAt().toString();
                Verdict verdict = run.verdict();
                String result = verdict.id() == null ? verdict.status().slug() : verdict.id();
                runs.add(new Candidate(
                        run.head().shortId(), time + " " + run.head().kind().slug() + " " + result));
            }
        }
        return last(runs, "the newest run");
    }

    private List<Candidate> watches() throws IOException {
        Optional<Path> folder = environment.folder(UserFolder.STATE);
        List<Candidate> watches = new ArrayList<>();
        for (String name : folder.isEmpty() ? List.<String>of() : new WatchFolders(folder.get()).names()) {
            int end = name.indexOf('_');
            watches.add(new Candidate(name.substring(end + 1), "begun " + name.substring(0, end)));
        }
        return last(watches, "the newest watch");
    }

    /** Those of the user's own file; which other one a command line names is not known here. */
    private List<Candidate> profiles() throws IOException {
        Optional<ConfigFile> file = environment
                .folder(UserFolder.CONFIG)
                .map(folder -> new ConfigFile(folder.resolve(Configured.NAME)))
                .filter(ConfigFile::exists);
        Configuration read = file.isEmpty()
                ? Configuration.EMPTY
                : ConfigReader.read(file.get().text()).configuration();
        return offers(List.copyOf(read.profiles().keySet()), name -> new Candidate(name, "profile"));
    }

    private static List<Candidate> last(List<Candidate> found, String description) {
        if (!found.isEmpty()) {
            found.add(0, new Candidate("last", description));
        }
        return found;
    }
}
