package vn.minhbach.tools.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.store.PrivateFiles;

/**
 * The server's own folder beside the data. It is thrown away and made again from the server's template at every start, so
 * that a new version or a changed option always takes effect; only the module cache stays, as long as it fits the server.
 */
final class Domain {

    private static final String CACHE = "osgi-cache";
    private static final String STAMP = "stamp.txt";

    private final Options options;
    private final Path folder;

    Domain(Options options) {
        this.options = options;
        this.folder = options.domain();
    }

    /** Makes the domain; afterwards nothing in it is older than this call but the module cache. */
    void prepare() throws IOException {
        Path template = options.payara().resolve("glassfish/domains/domain1/config");
        PrivateFiles.folder(folder);
        String stamp = stamp();
        boolean cacheFits = fits(stamp);
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.toList()) {
                if (!cacheFits || !child.getFileName().toString().equals(CACHE)) {
                    delete(child);
                }
            }
        }
        Files.createDirectories(folder.resolve("docroot"));
        Path config = Files.createDirectories(folder.resolve("config"));
        try (Stream<Path> files = Files.list(template)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, config.resolve(file.getFileName()));
            }
        }
        DomainXml domain = DomainXml.read(config.resolve("domain.xml"));
        domain.adapt(options.port(), options.log());
        domain.write(config.resolve("domain.xml"));
        PrivateFiles.write(config.resolve("admin-keyfile"), administrator());
        for (String secret : List.of("keyfile", "keystore.p12", "cacerts.p12", "domain-passwords")) {
            if (Files.exists(config.resolve(secret))) {
                PrivateFiles.close(config.resolve(secret));
            }
        }
        logToFile(config.resolve("logging.properties"));
        startFewModules(config.resolve("osgi.properties"));
        Files.writeString(
                deployment(),
                "deploy --name portal --contextroot / --force=true \"" + options.war() + "\"\n",
                StandardCharsets.UTF_8);
        Files.createDirectories(folder.resolve(CACHE));
        Files.writeString(folder.resolve(CACHE).resolve(STAMP), stamp, StandardCharsets.UTF_8);
    }

    /** The commands that the server runs once it is up. */
    Path deployment() {
        return folder.resolve("deploy.asadmin");
    }

    /**
     * The server's administrator with a password that nobody knows: in the place of its digest stand random bytes. The
     * template has an empty one. Nothing listens for administration (see {@link DomainXml}); should anything ever answer, it
     * lets nobody in.
     */
    private static String administrator() {
        byte[] digestAndSalt = new byte[40];
        new SecureRandom().nextBytes(digestAndSalt);
        return "admin;{SSHA256}" + Base64.getEncoder().encodeToString(digestAndSalt) + ";asadmin\n";
    }

    private boolean fits(String stamp) throws IOException {
        Path file = folder.resolve(CACHE).resolve(STAMP);
        return Files.exists(file)
                && Files.readString(file, StandardCharsets.UTF_8).equals(stamp);
    }

    /** Names the server and the Java that the module cache was made for. */
    private String stamp() throws IOException {
        Path jar = options.payara().resolve("glassfish/modules/glassfish.jar");
        return options.payara() + "\n" + Files.size(jar) + "\n" + Files.getLastModifiedTime(jar) + "\n"
                + Runtime.version() + "\n";
    }

    private void logToFile(Path file) throws IOException {
        Properties logging = load(file);
        String handler = "com.sun.enterprise.server.logging.GFFileHandler.";
        logging.setProperty("handlers", "");
        logging.setProperty("handlerServices", "com.sun.enterprise.server.logging.GFFileHandler");
        logging.setProperty(
                handler + "file", options.log().resolve("server.log").toString());
        logging.setProperty(handler + "logtoConsole", "false");
        logging.setProperty(handler + "rotationLimitInBytes", "10000000");
        logging.setProperty(handler + "maxHistoryFiles", "10");
        store(logging, file);
    }

    /**
     * Leaves out the modules of {@code modules/autostart}: a shell, a folder watcher and services for OSGi applications.
     * Without them the server starts about two seconds sooner and stops four seconds sooner.
     */
    private void startFewModules(Path file) throws IOException {
        Properties modules = load(options.payara().resolve("glassfish/config/osgi.properties"));
        String folder = "${com.sun.aas.installRootURI}modules/";
        modules.setProperty("glassfish.osgi.auto.install", folder + "osgi-resource-locator.jar " + folder);
        modules.setProperty("glassfish.osgi.auto.start", "${core.bundles}");
        modules.remove("glassfish.osgi.auto.start.level.2");
        store(modules, file);
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return properties;
    }

    private static void store(Properties properties, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
    }

    /** Deletes a tree without following links out of it. */
    private static void delete(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
