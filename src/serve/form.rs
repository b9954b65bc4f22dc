//! Names and values as addresses and forms have them: `query=ASK+%7B%7D&default-graph-uri=…`.

use percent_encoding::percent_decode_str;

use super::problem::Problem;

/// Names with their values, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// Reads what stands behind the `?` of an address, or in the body of a form.
    ///
    /// # Errors
    /// Returns a problem where a name or value is no UTF-8.
    pub fn read(text: &str) -> Result<Self, Problem> {
        let pairs = text.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Ok((decoded(name)?, decoded(value)?))
        });
        pairs.collect::<Result<_, _>>().map(Self)
    }

    /// All values of a name.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The value of a name, where there is one.
    ///
    /// # Errors
    /// Returns a problem where there are several.
    pub fn one(&self, name: &str) -> Result<Option<&str>, Problem> {
        let mut all = self.all(name);
        match (all.next(), all.next()) {
            (one, None) => Ok(one),
            _ => Err(Problem::bad_request(format!("{name} is given more than once; give it once"))),
        }
    }

    /// The value of a name that must be there.
    ///
    /// # Errors
    /// Returns a problem where it is not.
    pub fn needed(&self, name: &str) -> Result<&str, Problem> {
        let missing = || Problem::bad_request(format!("{name} is missing; add ?{name}=… to the address"));
        self.one(name)?.filter(|value| !value.is_empty()).ok_or_else(missing)
    }
}

fn decoded(text: &str) -> Result<String, Problem> {
    let spaced = text.replace('+', " ");
    let decoded = percent_decode_str(&spaced).decode_utf8();
    decoded.map(Into::into).map_err(|_| Problem::bad_request(format!("{text:?} is no UTF-8 when decoded")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_decoded_and_named() {
        let form = Form::read("a=1+2%2B3&b=&a=%C3%A9&c").unwrap();
        assert_eq!(form.all("a").collect::<Vec<_>>(), ["1 2+3", "é"]);
        assert_eq!(form.one("b").unwrap(), Some(""));
        assert_eq!(form.one("d").unwrap(), None);
        assert!(form.one("a").is_err() && form.needed("b").is_err() && form.needed("d").is_err());
        assert!(Form::read("a=%FF").is_err());
    }
}
