package io.scimdoctor.cli.shell;

import java.util.Map;

/** What {@code help} says of the shell itself, behind the list of the commands. */
final class ShellHelp {
    static final String TEXT = """

            In the shell:
              paste an answer, a request or a token   it is diagnosed at once
              paste              the same where a terminal cannot tell a paste from
                                 typing; Ctrl-D ends it
              use profile NAME   use token FILE   use run ID   use   use nothing
                                 what later commands go by; their options win
              ticket             write the ticket of this session's case
              new                begin a new case and forget everything else
              exit               leave; Ctrl-D does too. Ctrl-C ends a command

            Commands are written without scimdoctor. Quotes hold a word together, \\ and !
            mean themselves, and a filter is written as it is:
              lint filter userName eq "ana@contoso.example"
            """;

    /** On the shell's own words. */
    static final Map<String, String> ABOUT = Map.of(
            "use", """
            use                  say what is in use and what is in the case
            use profile NAME     settings for later commands; its tenant, and the token
                                 of its token-file, also judge answers
            use token FILE       a token for later commands, pasted answers and classify;
                                 it stays in memory. A pasted token is one too
            use run ID           the run that runs show, ticket and the like take
            use nothing          forget these three; the case stays

            The options of a command win over what is in use.
            """,
            "paste", """
            paste                diagnose what is typed or pasted up to Ctrl-D on an empty
                                 line; Ctrl-C abandons it

            Most terminals tell a paste from typing, and need no such word.
            """,
            "new", """
            new                  begin a new case: the answers, files and runs gathered so
                                 far, and the profile, token and run in use, are forgotten
            """,
            "ticket", """
            ticket               write the ticket of the case: the answers that were pasted,
                                 the files that were classified, the runs recorded in this
                                 session and the run in use, with the ids of the token in use
            ticket preview       show what it shares, masks and lacks

            Beside evidence of the real service, simulated runs and runs that did not reach
            it are left out. help ticket new lists the options, which ticket takes too.
            """,
            "exit", """
            exit                 leave the shell; quit and Ctrl-D do too. Tokens are forgotten
            """);

    private ShellHelp() {}
}
