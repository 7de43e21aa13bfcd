// SPDX-License-Identifier: Apache-2.0
package casebook.bench.patients;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// What DuckDB has to do in the duel of work lists: it reads the file of events with all processors
/// and counts the rows of each patient. Prints how many patients and rows there are.
final class RowCount {
  private RowCount() {}

  /// @param arguments the file of events
  public static void main(String[] arguments) throws SQLException {
    String file = arguments[0].replace("'", "''");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement asking = duck.createStatement();
        ResultSet counts =
            asking.executeQuery(
                "select count(*), sum(n) from (select patient, count(*) n from read_csv('"
                    + file
                    + "') group by patient)")) {
      counts.next();
      System.out.println(counts.getLong(1) + " " + counts.getLong(2));
    }
  }
}
