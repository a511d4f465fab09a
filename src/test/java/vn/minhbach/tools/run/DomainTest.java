package vn.minhbach.tools.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs the unpacked server at the system property {@code payara.home}, else it is skipped. */
class DomainTest {

    private final Path data;
    private final Options options;

    DomainTest(@TempDir Path data) {
        this.data = data;
        this.options =
                new Options(Path.of(System.getProperty("payara.home", "none")), data.resolve("a b.war"), data, 9090);
    }

    @BeforeEach
    void serverIsThere() {
        assumeTrue(Files.isDirectory(options.payara().resolve("glassfish")), "no server here");
    }

    @Test
    void deploysTheApplicationAtTheRoot() throws IOException {
        Domain domain = new Domain(options);

        domain.prepare();

        assertTrue(Files.readString(domain.deployment()).contains("--contextroot / --force=true \"" + options.war()));
        Properties modules = new Properties();
        try (var in = Files.newInputStream(data.resolve("server/config/osgi.properties"))) {
            modules.load(in);
        }
        assertFalse(modules.getProperty("glassfish.osgi.auto.install", "").contains("autostart"));
        assertEquals("${core.bundles}", modules.getProperty("glassfish.osgi.auto.start"));
    }

    /** The template lets anybody in who gives no password. */
    @Test
    void knowsNoPasswordOfAnAdministrator() throws IOException {
        Path keys = data.resolve("server/config/admin-keyfile");

        new Domain(options).prepare();
        String first = Files.readString(keys);
        new Domain(options).prepare();

        assertTrue(first.matches("admin;\\{SSHA256}[A-Za-z0-9+/]{54}==;asadmin\n"), first);
        assertNotEquals(first, Files.readString(keys));
        assertNotEquals(
                first, Files.readString(options.payara().resolve("glassfish/domains/domain1/config/admin-keyfile")));
    }

    @Test
    void keepsItsSecretsToItself() throws IOException {
        new Domain(options).prepare();

        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("server"))));
        for (String secret : List.of("admin-keyfile", "keyfile", "keystore.p12", "cacerts.p12")) {
            Path file = data.resolve("server/config").resolve(secret);
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), secret);
        }
    }

    @Test
    void throwsAwayWhatTheLastRunLeft() throws IOException {
        Path stale =
                Files.createDirectories(data.resolve("server/generated/ejb")).resolve("stale");
        Files.createFile(stale);

        new Domain(options).prepare();

        assertFalse(Files.exists(stale));
    }

    @Test
    void keepsTheModuleCacheOfTheSameServerOnly() throws IOException {
        new Domain(options).prepare();
        Path cached = Files.createFile(data.resolve("server/osgi-cache/module"));

        new Domain(options).prepare();
        assertTrue(Files.exists(cached));

        Files.writeString(data.resolve("server/osgi-cache/stamp.txt"), "another server");
        new Domain(options).prepare();
        assertFalse(Files.exists(cached));
    }

    @Test
    void touchesNothingBesideItsOwnFolder() throws IOException {
        Path upload = Files.writeString(
                Files.createDirectories(data.resolve("uploads")).resolve("paper.pdf"), "%PDF");

        new Domain(options).prepare();

        assertEquals("%PDF", Files.readString(upload));
    }
}
