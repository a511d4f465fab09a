package vn.minhbach.tools.run;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;

/** Boots the server in this process, the way its own command line tool would do in another. */
final class PayaraServer {

    private static final String MAIN = "com.sun.enterprise.glassfish.bootstrap.ASMain";

    private final Options options;
    private final Domain domain;

    PayaraServer(Options options, Domain domain) {
        this.options = options;
        this.domain = domain;
    }

    /** Returns when the server is up and the application was deployed or has failed to. */
    void boot() throws ReflectiveOperationException {
        setProperties();
        try {
            Class.forName(MAIN).getMethod("main", String[].class).invoke(null, (Object) arguments());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The server did not boot", e.getCause());
        }
    }

    private String[] arguments() {
        return new String[] {
            "-type", "DAS",
            "-instancename", "server",
            "-domainname", "portal",
            "-domaindir", options.domain().toString(),
            "-read-stdin", "false",
            "-upgrade", "false",
            "-verbose", "false",
            "-postbootcommandfile", domain.deployment().toString()
        };
    }

    /** What the stock domain passes with {@code -D} and depends on the folders. */
    private void setProperties() {
        Path glassfish = options.payara().resolve("glassfish");
        Path config = options.domain().resolve("config");
        System.setProperty("com.sun.aas.installRoot", glassfish.toString());
        System.setProperty("com.sun.aas.instanceRoot", options.domain().toString());
        System.setProperty(
                "java.security.auth.login.config", config.resolve("login.conf").toString());
        System.setProperty(
                "javax.net.ssl.keyStore", config.resolve("keystore.p12").toString());
        System.setProperty(
                "javax.net.ssl.trustStore", config.resolve("cacerts.p12").toString());
    }
}
