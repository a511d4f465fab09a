package vn.minhbach.account;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.minhbach.access.Acting;

/**
 * Sees to it that a new portal has somebody who can sign in: the administrator named by the settings, or else "quantri" with
 * a password made up here and shown once on the console. There is no default password.
 */
@Singleton
@Startup
@DependsOn("Migrator")
public class FirstAdministrator {

    /** No 0/O nor 1/l/I: people copy it by hand. */
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

    @Inject
    UserService users;

    @Inject
    @ConfigProperty(name = "portal.admin.user", defaultValue = "quantri")
    String name;

    @Inject
    @ConfigProperty(name = "portal.admin.password")
    Optional<String> password;

    @PostConstruct
    void open() {
        if (!users.none()) {
            return;
        }
        var secret = password.orElseGet(FirstAdministrator::makeUp);
        Acting.asPortal(() -> users.open(
                name,
                "Quản trị viên",
                secret,
                Set.of(
                        new Assignment(Role.ADMINISTRATOR, ""),
                        new Assignment(Role.PUBLISHER, ""),
                        new Assignment(Role.MODERATOR, ""),
                        new Assignment(Role.RESPONDER, ""),
                        new Assignment(Role.APPROVER, ""))));
        if (password.isEmpty()) {
            show("\nQuản trị viên đầu tiên / first administrator: " + name + "  —  mật khẩu / password: " + secret
                    + "\n(chỉ hiện một lần / shown only once)\n\n");
        }
    }

    private static String makeUp() {
        return new SecureRandom()
                .ints(16, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }

    /** Straight to the console, past the server's log: a password has no business in a log file. */
    private static void show(String text) {
        // Not closed: closing it would close the console of the whole server.
        var console = new FileOutputStream(FileDescriptor.out);
        try {
            console.write(text.getBytes(StandardCharsets.UTF_8));
            console.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
