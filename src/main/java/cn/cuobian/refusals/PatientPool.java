package cn.cuobian.refusals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/** The house's pool of connections, which gives no more of them to a page that has taken too long. */
@Component
class PatientPool implements BeanPostProcessor {

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return bean instanceof DataSource pool ? new DelegatingDataSource(pool) {

			@Override
			public Connection getConnection() throws SQLException {
				if (ReadingPatience.isOver()) {
					throw new SQLTransientConnectionException("The page has taken too long");
				}
				return super.getConnection();
			}
		} : bean;
	}
}
