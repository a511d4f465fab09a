package vn.minhbach.store;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The portal's database, as the settings name it. The defaults stand here, and not in {@code microprofile-config.properties},
 * because the server opens the data source before it reads that file.
 *
 * <p>For H2 the class is {@code org.h2.jdbcx.JdbcDataSource}, for PostgreSQL {@code org.postgresql.xa.PGXADataSource}.
 */
@ApplicationScoped
@DataSourceDefinition(
        name = "java:app/jdbc/portal",
        className = "${MPCONFIG=portal.ds.class:org.h2.jdbcx.JdbcDataSource}",
        url = "${MPCONFIG=portal.ds.url:jdbc:h2:./data/db/portal;AUTO_SERVER=TRUE;WRITE_DELAY=0;LOCK_TIMEOUT=10000}",
        user = "${MPCONFIG=portal.ds.user:portal}",
        password = "${MPCONFIG=portal.ds.password:}",
        minPoolSize = 2,
        maxPoolSize = 32)
public class PortalDataSource {}
