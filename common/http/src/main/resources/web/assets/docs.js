// Without validatorUrl the page would show the contract to a stranger's validator.
SwaggerUIBundle({ url: '/openapi.json', dom_id: '#api', deepLinking: true, validatorUrl: null });
