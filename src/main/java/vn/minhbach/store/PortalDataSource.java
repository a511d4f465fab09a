package vn.minhbach.store;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The portal's database, as the settings name it. The defaults stand here, and not in {@code microprofile-config.properties},
 * because the server opens the data source before it reads that file.
 *
 * <p>For H2 the class is {@code org.h2.jdbcx.JdbcDataSource}, for PostgreSQL {@code org.postgresql.xa.PGXADataSource}.
 *
 * <p>A database that hangs, or a network that swallows its answers, must not take the pages with it that need no database:
 * nobody waits longer for a connection than three seconds, nor for an answer than the socket's time-out. A migration of a large
 * table may need more, hence the setting. Connections that died while they lay in the pool, when PostgreSQL was restarted, are
 * noticed before somebody gets them. What only PostgreSQL knows (the last five properties) the server leaves out for H2.
 */
@ApplicationScoped
@DataSourceDefinition(
        name = "java:app/jdbc/portal",
        className = "${MPCONFIG=portal.ds.class:org.h2.jdbcx.JdbcDataSource}",
        url =
                "${MPCONFIG=portal.ds.url:jdbc:h2:./data/db/portal;AUTO_SERVER=TRUE;WRITE_DELAY=0;QUERY_CACHE_SIZE=64;REUSE_SPACE=FALSE;DEFRAG_ALWAYS=TRUE;LOCK_TIMEOUT=10000}",
        user = "${MPCONFIG=portal.ds.user:portal}",
        password = "${MPCONFIG=portal.ds.password:}",
        minPoolSize = 2,
        maxPoolSize = 32,
        properties = {
            "fish.payara.max-wait-time-in-millis=3000",
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=5",
            "fish.payara.fail-all-connections=true",
            "loginTimeout=3",
            "connectTimeout=3",
            "socketTimeout=${MPCONFIG=portal.ds.socket-timeout:10}",
            "tcpKeepAlive=true",
            "ApplicationName=minhbach"
        })
public class PortalDataSource {}
