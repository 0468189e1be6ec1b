package io.scimdoctor.cli;

import io.scimdoctor.cli.captured.ClassifyCommand;
import io.scimdoctor.cli.captured.ExplainCommand;
import io.scimdoctor.cli.kept.RunsCommands;
import io.scimdoctor.cli.kept.TicketCommands;
import io.scimdoctor.cli.live.CheckCommand;
import io.scimdoctor.cli.live.ProbeCommand;
import io.scimdoctor.cli.live.SimulateCommand;
import io.scimdoctor.cli.live.WatchCommand;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.rules.LintCommand;
import io.scimdoctor.cli.rules.PermissionsCommand;
import io.scimdoctor.cli.settings.EnvCommand;
import io.scimdoctor.cli.settings.ProfileCommands;
import io.scimdoctor.cli.token.TokenCommands;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.manual.CommandEntry;
import io.scimdoctor.manual.Program;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Nearest;
import io.scimdoctor.triage.LintSubject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of all commands, and how the words of a command line lead to one of them. */
public final class CommandWords {
    /** In the order of the help. */
    public static final List<String> NAMES = List.of(("check,probe,watch,classify,token inspect,token get,"
                    + "permissions,lint filter,lint query,lint request,lint user,lint group,lint patch,explain,"
                    + "runs list,runs show,runs diff,runs export,runs import,runs delete,runs purge,"
                    + "ticket new,ticket preview,ticket verify,simulate,mcp,shell,completion,"
                    + "profile set,profile list,profile show,profile use,profile delete,env,version")
            .split(","));

    private CommandWords() {}

    /** The command of one of the names. No other is loaded. */
    public static Command create(String name) {
        return switch (name) {
            case "check" -> new CheckCommand();
            case "probe" -> new ProbeCommand();
            case "watch" -> new WatchCommand();
            case "classify" -> new ClassifyCommand();
            case "token inspect" -> TokenCommands::inspect;
            case "token get" -> TokenCommands::get;
            case "permissions" -> new PermissionsCommand();
            case "explain" -> new ExplainCommand();
            case "runs list" -> RunsCommands::list;
            case "runs show" -> RunsCommands::show;
            case "runs diff" -> RunsCommands::diff;
            case "runs export" -> RunsCommands::export;
            case "runs import" -> RunsCommands::take;
            case "runs delete" -> RunsCommands::delete;
            case "runs purge" -> RunsCommands::purge;
            case "ticket new" -> TicketCommands::create;
            case "ticket preview" -> TicketCommands::preview;
            case "ticket verify" -> TicketCommands::verify;
            case "simulate" -> new SimulateCommand();
            case "mcp" -> new McpCommand();
            case "shell" -> new ShellCommand();
            case "completion" -> new CompletionCommand();
            case "profile set" -> ProfileCommands::set;
            case "profile list" -> ProfileCommands::list;
            case "profile show" -> ProfileCommands::show;
            case "profile use" -> ProfileCommands::use;
            case "profile delete" -> ProfileCommands::delete;
            case "env" -> new EnvCommand();
            case "version" -> new VersionCommand();
            default -> new LintCommand(LintSubject.of(name.substring("lint ".length())));
        };
    }

    /** All commands with their options, as help and completion need them. */
    public static Program program() {
        Map<String, String> groups = new LinkedHashMap<>();
        for (String name : NAMES) {
            if (length(name) > 1) {
                groups.computeIfAbsent(name.substring(0, name.indexOf(' ')), RootHelp::summary);
            }
        }
        return new Program(NAMES.stream().map(CommandEntry::of).toList(), groups);
    }

    /**
     * The name that the first words are.
     *
     * @throws Stopped when they are none
     */
    public static String find(List<String> words) {
        String name = at(words, 0);
        if (name != null) {
            return name;
        }
        String first = words.get(0);
        if (first.startsWith("-")) {
            throw Stopped.usage("no command is named", "scimdoctor help lists the commands");
        }
        List<String> members = group(first);
        if (members.size() > 1 && words.size() > 1) {
            String typed = first + " " + words.get(1);
            throw Stopped.usage(
                    "there is no command '" + Redactor.seen(typed) + "'",
                    Nearest.hint(typed, members, "scimdoctor " + first + " lists what there is"));
        }
        if (!members.isEmpty()) {
            throw Stopped.usage("'" + first + "' needs to know what to do", "write scimdoctor " + members.get(0));
        }
        String close = near(words);
        throw Stopped.usage(
                "there is no command '" + Redactor.seen(first) + "'",
                close == null ? "scimdoctor help lists the commands" : "did you mean '" + close + "'?");
    }

    /** The nearest command of two words, or else the nearest first word. */
    private static @Nullable String near(List<String> words) {
        if (words.size() > 1 && !words.get(1).startsWith("-")) {
            List<String> pairs = NAMES.stream().filter(name -> length(name) > 1).toList();
            String pair = Nearest.of(words.get(0) + " " + words.get(1), pairs);
            if (pair != null) {
                return pair;
            }
        }
        Set<String> firsts = new LinkedHashSet<>(List.of("help"));
        NAMES.forEach(name -> firsts.add(name.split(" ", 2)[0]));
        return Nearest.of(words.get(0), firsts);
    }

    /** The commands of a group, such as all that begin with {@code runs}; none when the word is no group. */
    static List<String> group(String first) {
        List<String> members = new ArrayList<>();
        String start = first + " ";
        for (String name : NAMES) {
            if (name.startsWith(start)) {
                members.add(name);
            }
        }
        return members;
    }

    /** Whether the words ask what a group of several commands can do. */
    static boolean isAboutGroup(List<String> words) {
        boolean more = words.size() > 1 && !List.of("--help", "-h").contains(words.get(1));
        return !words.isEmpty() && !more && group(words.get(0)).size() > 1;
    }

    /** How many words a name takes. */
    public static int length(String name) {
        return name.indexOf(' ') < 0 ? 1 : 2;
    }

    /** Options may stand before the command too: they are moved behind it. */
    static List<String> ordered(List<String> words) {
        if (words.isEmpty() || !words.get(0).startsWith("-")) {
            return words;
        }
        for (int i = 1; i < words.size(); i++) {
            String name = at(words, i);
            if (name != null) {
                List<String> ordered = new ArrayList<>(words);
                Collections.rotate(ordered.subList(0, i + length(name)), length(name));
                return ordered;
            }
        }
        return words;
    }

    /** The name that stands there, or null. */
    private static @Nullable String at(List<String> words, int from) {
        for (int end = from + 1; end <= Math.min(from + 2, words.size()); end++) {
            String name = String.join(" ", words.subList(from, end));
            if (NAMES.contains(name) && length(name) == end - from) {
                return name;
            }
        }
        return null;
    }
}
